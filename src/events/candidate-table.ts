import type { CandidateBlock } from './candidate-block.ts';
import type { TableColumn, TableField, TableHead, TableRows } from './event-table.ts';

interface Source {
  readonly field: TableField;
  readonly column: TableColumn;
}

const components = ['energy', 'px', 'py', 'pz'] as const;

/** The block's columns with their names and units; the event number comes first, in `event`. */
function sources(block: CandidateBlock, event: Float64Array): Source[] {
  const real = (name: string, unit: string, column: TableColumn): Source => ({
    field: { name, unit, integer: false },
    column,
  });
  const whole = (name: string, column: TableColumn): Source => ({ field: { name, unit: '', integer: true }, column });
  return [
    whole('event', event),
    real('weight', '', block.weight),
    real('weight_low', '', block.weightLow),
    real('weight_high', '', block.weightHigh),
    ...(['x', 'y', 'z'] as const).map((axis) => real(`vertex_${axis}`, 'm', block.vertex[axis])),
    real('vertex_chi2', '', block.vertexChiSquare),
    ...components.map((component) => real(`parent_${component}`, 'GeV', block.parent[component])),
    ...block.particles.flatMap(({ role, momentum, x, y, calorimeterX, calorimeterY }) => [
      ...components.map((component) => real(`${role}_${component}`, 'GeV', momentum[component])),
      real(`${role}_x`, 'm', x),
      real(`${role}_y`, 'm', y),
      real(`${role}_calorimeter_x`, 'm', calorimeterX),
      real(`${role}_calorimeter_y`, 'm', calorimeterY),
    ]),
    whole('hodoscope_quadrants', block.quadrants),
    whole('muon_tiles', block.muonTiles),
    whole('outer_muon_tiles', block.outerMuonTiles),
    real('calorimeter_energy', 'GeV', block.calorimeterEnergy),
    real('veto_survival', '', block.vetoSurvival),
    real('large_angle_survival', '', block.largeAngleSurvival),
  ];
}

/** Candidate blocks as rows of a table: reconstructed quantities, all weights, and the number of the event. */
export interface CandidateTable {
  readonly head: TableHead;
  /** The block's candidates; `firstEvent` is the event of row 0 of its decay block. Columns are the block's own. */
  rows(firstEvent: number): TableRows;
}

/** The table of one candidate block, which is filled again and again; `notes` travel with the file. */
export function candidateTable(block: CandidateBlock, notes: Readonly<Record<string, string>> = {}): CandidateTable {
  const event = new Float64Array(block.capacity);
  const list = sources(block, event);
  const columns = list.map(({ column }) => column);
  return {
    head: { fields: list.map(({ field }) => field), notes },
    rows(firstEvent) {
      for (let i = 0; i < block.count; i++) event[i] = firstEvent + block.row[i];
      return { rows: block.count, columns };
    },
  };
}
