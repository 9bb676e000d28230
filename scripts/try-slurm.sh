#!/bin/bash
# Tries `spillway run --on slurm` on a real Slurm of one node on this machine, as root:   try-slurm.sh [--install] [FOLDER]
# A task is killed and the node is lost on the way; the run must end with the digest of a run in one process.
# --install gets Slurm and munge from Debian first. Nothing but what this script started is stopped at its end.
set -eu
if [ "${1:-}" = --install ]; then
  shift
  apt-get install -y --no-install-recommends slurmctld slurmd slurm-client munge >/dev/null
fi
for program in slurmctld slurmd sbatch munged; do
  command -v "$program" >/dev/null || PATH=$PATH:/usr/sbin command -v "$program" >/dev/null || {
    echo "$program is not here; say --install, as root on Debian" >&2
    exit 2
  }
done
PATH=$PATH:/usr/sbin
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mkdir -p "${1:-/tmp/spillway-slurm}" && cd "${1:-/tmp/spillway-slurm}" && pwd)
state=$folder/slurm
rm -rf "$folder/cluster-run" "$folder/plain-run" "$state"
mkdir -p "$state/state" "$state/spool"
spillway() { node "$root/bin/spillway.js" "$@"; }

cat >"$state/slurm.conf" <<CONF
ClusterName=try
SlurmctldHost=localhost(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
CryptoType=crypto/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
SchedulerParameters=batch_sched_delay=0,sched_interval=1
ReturnToService=2
SlurmctldPort=16837
SlurmdPort=16838
SlurmdTimeout=10
StateSaveLocation=$state/state
SlurmdSpoolDir=$state/spool
SlurmctldPidFile=$state/slurmctld.pid
SlurmdPidFile=$state/slurmd.pid
SlurmctldLogFile=$state/slurmctld.log
SlurmdLogFile=$state/slurmd.log
NodeName=localhost NodeAddr=127.0.0.1 CPUs=2 RealMemory=2000 State=UNKNOWN
PartitionName=main Nodes=localhost Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$state/slurm.conf SPILLWAY_STATE=$folder/state

munged=
cleanup() {
  for pid in "$state/slurmd.pid" "$state/slurmctld.pid"; do [ -s "$pid" ] && kill "$(cat "$pid")" 2>/dev/null || true; done
  [ -n "$munged" ] && kill "$munged" 2>/dev/null || true
}
trap cleanup EXIT
if ! [ -S /run/munge/munge.socket.2 ]; then
  mkdir -p /run/munge && chown munge:munge /run/munge
  [ -s /etc/munge/munge.key ] || {
    dd if=/dev/urandom of=/etc/munge/munge.key bs=1 count=1024 status=none
    chown munge:munge /etc/munge/munge.key
    chmod 400 /etc/munge/munge.key
  }
  setpriv --reuid=munge --regid=munge --clear-groups /usr/sbin/munged
  munged=$(cat /run/munge/munged.pid)
fi
slurmctld -f "$SLURM_CONF"
slurmd -N localhost -f "$SLURM_CONF"
for _ in $(seq 100); do sinfo -h -o %T 2>/dev/null | grep -q idle && break; sleep 0.2; done
sinfo

events=${EVENTS:-100000}
digest() { node -e 'console.log(JSON.parse(require("fs").readFileSync(0, "utf8")).digest.result)'; }
spillway run kaon-munuee --events "$events" --out "$folder/cluster-run" --on slurm --jobs 4 --detach
blocks() { ls "$folder/cluster-run/blocks" | grep -c blocks || true; }

# A task is killed once it has written some blocks.
while [ "$(blocks)" -lt 3 ]; do sleep 0.1; done
victim=$(pgrep -f "follow $folder/cluster-run --shard 0/4" | head -1)
[ -n "$victim" ] && kill -9 "$victim" && echo "killed shard 0, process $victim, with $(blocks) blocks there"

# The node is lost, with all that runs on it, and comes back. Slurm starts its jobs again after two minutes.
while [ "$(blocks)" -lt 10 ]; do sleep 0.1; done
kill -9 "$(cat "$state/slurmd.pid")"
pgrep -f "follow $folder/cluster-run --shard" | xargs -r kill -9
echo "lost the node with $(blocks) blocks there"
sleep 15
slurmd -N localhost -f "$SLURM_CONF"
scontrol update NodeName=localhost State=RESUME 2>/dev/null || true

found=$(spillway follow "$folder/cluster-run" --json | tee "$folder/followed.json" | digest)
plain=$(spillway run kaon-munuee --events "$events" --out "$folder/plain-run" --json | digest)
node -e 'console.log(JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).cost)' "$folder/followed.json"
echo "on Slurm $found"
echo "in one   $plain"
[ "$found" = "$plain" ] && echo "the same"
