import type { Cluster, ClusterName } from './cluster.ts';
import { htcondor } from './htcondor.ts';
import { slurm } from './slurm.ts';

export const CLUSTERS: Readonly<Record<ClusterName, Cluster>> = { slurm, htcondor };
