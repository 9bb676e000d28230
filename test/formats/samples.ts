import { gzip } from '../../src/formats/archives/inflate.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** The number of a histogram file in the UHI form: counts in two bins with variances. */
const counts = (a: number, b: number, va = a, vb = b): object => ({
  uhi_schema: 1,
  axes: [{ type: 'regular', lower: 0, upper: 2, bins: 2, underflow: false, overflow: false, circular: false }],
  storage: { type: 'weighted', values: [a, b], variances: [va, vb] },
});

/** Histograms that cards and XML of the samples name. */
export const histograms = JSON.stringify({
  data_obs: counts(12, 7),
  sig: counts(3, 2),
  bkg: counts(10, 6, 0.25, 0.16),
  bkg_jesUp: counts(11, 6.5),
  bkg_jesDown: counts(9.2, 5.6),
  relative: counts(0.1, 0.2),
});

export const workspace = JSON.stringify({
  channels: [
    {
      name: 'sr',
      samples: [
        { name: 'sig', data: [3, 2], modifiers: [{ name: 'mu', type: 'normfactor', data: null }] },
        {
          name: 'bkg',
          data: [10, 6],
          modifiers: [
            { name: 'norm', type: 'normsys', data: { hi: 1.1, lo: 0.9 } },
            { name: 'jes', type: 'histosys', data: { hi_data: [11, 6.5], lo_data: [9.2, 5.6] } },
          ],
        },
      ],
    },
  ],
  observations: [{ name: 'sr', data: [12, 7] }],
  measurements: [{ name: 'm', config: { poi: 'mu', parameters: [] } }],
  version: '1.0.0',
});

export const countingCard = `imax 1
jmax 1
kmax 2
bin a
observation 3
bin a a
process s b
process 0 1
rate 1.5 2.5
lumi lnN 1.02 1.02
off gmN 10 - 0.25
`;

export const shapesCard = `imax 1
jmax 1
kmax 2
shapes * * histograms.json $PROCESS $PROCESS_$SYSTEMATIC
bin sr
observation -1
bin sr sr
process sig bkg
process 0 1
rate -1 -1
norm lnN - 1.1
jes shape - 1
sr autoMCStats 0
`;

export const combination = `<?xml version="1.0"?>
<!DOCTYPE Combination SYSTEM 'HistFactorySchema.dtd'>
<Combination OutputFilePrefix="./out"><!-- a remark -->
  <Input>./config/channel.xml</Input>
  <Measurement Name="m" Lumi="1." LumiRelErr="0.1">
    <POI>mu</POI>
    <ParamSetting Const="True">Lumi</ParamSetting>
  </Measurement>
</Combination>
`;

export const channelXml = `<!DOCTYPE Channel SYSTEM 'HistFactorySchema.dtd'>
<Channel Name="sr" InputFile="./histograms.json">
  <Data HistoName="data_obs" HistoPath="" />
  <Sample Name="sig" HistoName="sig"><NormFactor Name="mu" Val="1" Low="0" High="10"/></Sample>
  <Sample Name="bkg" HistoName="bkg" NormalizeByTheory="True">
    <OverallSys Name="norm" Low="0.9" High="1.1"/>
    <HistoSys Name="jes" HistoNameLow="bkg_jesDown" HistoNameHigh="bkg_jesUp"/>
    <StatError Activate="True"/>
    <ShapeSys Name="free" HistoName="relative" ConstraintType="Poisson"/>
  </Sample>
</Channel>
`;

export const hepDataTable = `independent_variables:
- header: {name: mass, units: MeV}
  values: [{low: 1, high: 2}, {low: 2, high: 3, value: 2.4}]
dependent_variables:
- header: {name: limit}
  qualifiers: [{name: CL, value: 90, units: '%'}]
  values:
  - value: 1.0e-9
    errors: [{symerror: 10%, label: stat}, {asymerror: {minus: -1.0e-10, plus: 2.0e-10}, label: sys}]
  - value: '-'
`;

export const submission = `---
comment: a test
additional_resources:
- {location: workspace.json, description: likelihood, type: HistFactory}
---
name: Table 1
description: limits
keywords: [{name: observables, values: [BR]}]
data_file: table1.yaml
`;

export const hepDataCsv = `#: table_doi: 10.17182/hepdata.1.v1/t1
#: name: Table 1
#: description: See figure 6.
#: keyword reactions: K+ --> e+ N
#: mass [MeV],UL on |U|^2
mass [MeV],UL on |U|^2,stat +,stat -
144,2.2e-09,1e-10,-1e-10
149,8.1e-10,,
`;

export const patchset = JSON.stringify({
  metadata: { digests: { md5: '0' }, labels: ['m'], description: 'd', references: {}, name: 'set' },
  patches: [{ metadata: { name: 'one', values: [1] }, patch: [{ op: 'remove', path: '/channels/0' }] }],
  version: '1.0.0',
});

export const hepmc = `HepMC::Version 3.02.05
HepMC::Asciiv3-START_EVENT_LISTING
W weight
E 0 1 3
U GEV MM
W 1
P 1 0 321 0 0 75 75.00162 0.493677 4
P 2 1 -13 0.1 0 45 45.0002 0.10566 1
P 3 1 14 -0.1 0 30 30.0002 0 1
HepMC::Asciiv3-END_EVENT_LISTING
`;

export const eventCsv = 'event,weight,pi+_energy [GeV]\n0,1.5,22.5\n1,0.5,31\n';

/** Files that the samples name. */
export const companions: Readonly<Record<string, string>> = {
  'histograms.json': histograms,
  'config/channel.xml': channelXml,
  'table1.yaml': hepDataTable,
};

export const beside = async (name: string): Promise<Uint8Array<ArrayBuffer> | null> =>
  Object.hasOwn(companions, name) ? bytesOf(companions[name]) : null;

/** One file at least of every format that is read without further packages: id of the format, name, text. */
export const samples: readonly (readonly [format: string, name: string, text: string])[] = [
  ['pyhf', 'workspace.json', workspace],
  ['combine-card', 'card.txt', countingCard],
  ['combine-card', 'shapes.txt', shapesCard],
  ['histfactory-xml', 'combination.xml', combination],
  ['patchset', 'patchset.json', patchset],
  ['uhi', 'histograms.json', histograms],
  ['hepdata', 'table1.yaml', hepDataTable],
  ['hepdata', 'submission.yaml', submission],
  ['csv', 'limits.csv', hepDataCsv],
  ['csv', 'curve.lmt', '# m eps\n0.1 1e-5\n0.2 2e-5\n'],
  ['hepmc3', 'events.hepmc3', hepmc],
  ['event-csv', 'events.csv', eventCsv],
];

/** A ZIP archive of stored files, for tests of the reader. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [bytesOf(name), bytesOf(text)];
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    local.setUint32(18, data.length, true);
    local.setUint32(22, data.length, true);
    local.setUint16(26, path.length, true);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint32(20, data.length, true);
    entry.setUint32(24, data.length, true);
    entry.setUint16(28, path.length, true);
    entry.setUint32(42, at, true);
    directory.push(new Uint8Array(entry.buffer), path);
    parts.push(new Uint8Array(local.buffer), path, data);
    at += 30 + path.length + data.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(10, Object.keys(files).length, true);
  end.setUint32(
    12,
    directory.reduce((sum, part) => sum + part.length, 0),
    true,
  );
  end.setUint32(16, at, true);
  return joined([...parts, ...directory, new Uint8Array(end.buffer)]);
}

/** Pieces as one. */
export function joined(parts: readonly (Uint8Array | string)[]): Uint8Array<ArrayBuffer> {
  const pieces = parts.map((part) => (typeof part === 'string' ? bytesOf(part) : part));
  const out = new Uint8Array(pieces.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of pieces) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export const packed = (text: string): Promise<Uint8Array<ArrayBuffer>> => gzip(bytesOf(text));
