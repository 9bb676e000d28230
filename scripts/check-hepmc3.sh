#!/bin/sh
# Checks our HepMC3 and LHE files with readers that are not ours: those of the HepMC3 library of Debian or Ubuntu.
#
#   sh scripts/check-hepmc3.sh [EVENTS]
#
# Needs apt-get (as root, or the package libhepmc3-dev installed before), g++ and a built Spillway (npm run build). Not
# part of npm test. Generates the same events in all formats and compares what the library reads, event by event, with
# the CSV: number of events, weights, momentum balance at every vertex, mass shells, statuses, units, decay points.
set -eu
cd "$(dirname "$0")/.."
events=${1:-2000}
spillway=${SPILLWAY:-node bin/spillway.js}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ ! -e /usr/include/HepMC3/ReaderAscii.h ]; then
  apt-get update -qq && apt-get install -y --no-install-recommends libhepmc3-dev
fi

cat > "$work/check.cc" <<'CPP'
#include <HepMC3/GenEvent.h>
#include <HepMC3/GenParticle.h>
#include <HepMC3/GenVertex.h>
#include <HepMC3/LHEF.h>
#include <HepMC3/ReaderAscii.h>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace HepMC3;

static void fail(const std::string &what, long event) {
  std::fprintf(stderr, "event %ld: %s\n", event, what.c_str());
  std::exit(1);
}

static void print(long events, double weights, double energy, double z) {
  std::printf("%ld %.9e %.9e %.9e\n", events, weights, energy, z);
}

static int hepmc(const char *file) {
  ReaderAscii reader(file);
  long events = 0;
  double weights = 0, energy = 0, z = 0;
  while (!reader.failed()) {
    GenEvent event;
    reader.read_event(event);
    if (reader.failed()) break;
    if (event.event_number() != events) fail("wrong number", events);
    if (event.momentum_unit() != Units::GEV || event.length_unit() != Units::MM) fail("wrong units", events);
    const auto run = reader.run_info();
    if (!run || run->weight_names().size() != 1 || run->weight_names()[0] != "weight") fail("the weight has no name", events);
    weights += event.weight("weight");
    for (const auto &vertex : event.vertices()) {
      FourVector sum(0, 0, 0, 0);
      for (const auto &p : vertex->particles_in()) sum += p->momentum();
      for (const auto &p : vertex->particles_out()) sum -= p->momentum();
      if (std::fabs(sum.e()) + sum.p3mod() > 1e-10) fail("momentum is not conserved", events);
      z += vertex->position().z() / 1000;
    }
    for (const auto &p : event.particles()) {
      const double m2 = p->momentum().m2(), mass = p->generated_mass();
      if (std::fabs(m2 - mass * mass) > 1e-10 * p->momentum().e() * p->momentum().e() + 1e-12) fail("off its mass shell", events);
      const int status = p->status(), expected = !p->end_vertex() ? 1 : p->production_vertex()->id() == 0 ? 4 : 2;
      if (status != expected) fail("wrong status", events);
      if (status == 1) energy += p->momentum().e();
    }
    events++;
  }
  print(events, weights, energy, z);
  return 0;
}

static int lhe(const char *file) {
  LHEF::Reader reader(file);
  long events = 0;
  double weights = 0, energy = 0;
  while (reader.readEvent()) {
    const LHEF::HEPEUP &event = reader.hepeup;
    weights += event.XWGTUP;
    for (int i = 0; i < event.NUP; i++)
      if (event.ISTUP[i] == 1) energy += event.PUP[i][3];
    events++;
  }
  print(events, weights, energy, 0);
  return 0;
}

int main(int, char **argv) { return argv[1][0] == 'h' ? hepmc(argv[2]) : lhe(argv[2]); }
CPP
g++ -O1 -o "$work/check" "$work/check.cc" -lHepMC3

# Sums of a CSV file: events, weights, energies of the columns given as 'a|b' and the z of decay points.
sums() {
  awk -F, -v stable="$2" '
    NR == 1 { for (i = 1; i <= NF; i++) { if ($i ~ "^(" stable ")_energy") e[i]; if ($i ~ /_decay_z /) z[i]; if ($i == "weight") w = i }; next }
    { sum += $w; for (i in e) energy += $i; for (i in z) depth += $i }
    END { printf "%d %.9e %.9e %.9e\n", NR - 1, sum, energy, depth }' "$1"
}

check() {
  decay=$1
  stable=$2
  shift 2
  for ending in csv hepmc3 lhe; do
    $spillway generate "$decay" --events "$events" --seed 5 --out "$work/events.$ending" "$@" > /dev/null
  done
  expected=$(sums "$work/events.csv" "$stable")
  hepmc=$("$work/check" hepmc3 "$work/events.hepmc3")
  lhe=$("$work/check" lhe "$work/events.lhe")
  printf '%s\n  CSV    %s\n  HepMC3 %s\n  LHE    %s\n' "$decay" "$expected" "$hepmc" "$lhe"
  printf '%s\n%s\n%s\n' "$expected" "$hepmc" "$lhe" | awk '
    function near(a, b) { d = a - b; s = (a < 0 ? -a : a) + 1e-9; return (d < 0 ? -d : d) <= 1e-8 * s }
    NR == 1 { n = $1; w = $2; e = $3; z = $4; next }
    $1 != n || !near($2, w) || !near($3, e) || (NR == 2 && !near($4, z)) { print "  these differ"; exit 1 }'
}

check 'K+ -> pi+ pi+ pi-' 'pi[+-]_?[12]?'
check 'K+ -> pi+ (pi0 -> e+ e- gamma)' 'pi[+]|e[+-]|gamma'
check 'D+ -> pi+ (K_S -> pi+ pi-)' 'pi[+-]_?[12]?'
echo 'HepMC3 and LHE files are read as they were meant.'
