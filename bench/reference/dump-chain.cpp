// The scalar C++ that bench/dump.bench.ts measures one mass of a dump against: the same throws of hidden particles, decayed
// and followed through the same planes, one decay point per event and lifetime, weighted for every mechanism by its density
// on a grid of momentum and angle.
//   dump-chain EVENTS REPEATS < numbers   prints {"seconds": CPU seconds of the quickest repeat, "meanWeight": …}, the mean
//   being the accepted yield of the first mechanism at the lifetime asked for
// Numbers, in order: mass, lepton mass; front face, interaction length, length, x, y, spot, largest angle, least and most
// momentum of the source; both ends of the decay volume; least momentum of a track; z and kick of the magnet; momenta, angles
// of the grid; lifetimes, first ln(ctau/mass), step, the one asked for; mechanisms, with their densities; planes, each with z
// and, after their number, outlines: x, y, radius (0 for none), slabs (nx, ny, half). The first outline is the outer one.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <vector>

namespace {

double next() {
  double x;
  if (std::scanf("%lf", &x) != 1) std::exit(2);
  return x;
}

struct Slab { double nx, ny, half; };

struct Outline {
  double x, y, radius;
  std::vector<Slab> slabs;
  bool holds(double px, double py) const {
    const double dx = px - x, dy = py - y;
    if (radius > 0 && dx * dx + dy * dy >= radius * radius) return false;
    for (const Slab& s : slabs)
      if (std::fabs(s.nx * dx + s.ny * dy) >= s.half) return false;
    return true;
  }
};

struct Plane {
  double z;
  Outline within;
  std::vector<Outline> holes;
};

Outline readOutline() {
  Outline outline{next(), next(), next(), {}};
  for (int left = int(next()); left > 0; left--) outline.slabs.push_back({next(), next(), next()});
  return outline;
}

struct Track { double x, y, z, sx, sy, bent; };

}  // namespace

int main(int, char** argv) {
  const int events = std::atoi(argv[1]), repeats = std::atoi(argv[2]);
  const double mass = next(), lepton = next();
  const double face = next(), interaction = next(), length = next(), x0 = next(), y0 = next(), spot = next();
  const double widest = next(), least = next(), most = next(), from = next(), to = next(), leastTrack = next();
  const double magnet = next(), kick = next();
  const int momenta = int(next()), angles = int(next()), lifetimes = int(next());
  const double first = next(), step = next();
  const int wanted = int(next()), mechanisms = int(next());
  std::vector<double> density(std::size_t(mechanisms) * momenta * angles);
  for (double& d : density) d = next();
  std::vector<Plane> planes{std::size_t(next())};
  for (Plane& plane : planes) {
    plane.z = next();
    const int outlines = int(next());
    plane.within = readOutline();
    for (int k = 1; k < outlines; k++) plane.holes.push_back(readOutline());
  }
  std::vector<double> ctau(lifetimes);
  for (int j = 0; j < lifetimes; j++) ctau[j] = mass * std::exp(first + j * step);

  const auto passes = [&](const Track& t) {
    for (const Plane& plane : planes) {
      if (plane.z <= t.z) continue;
      double x = t.x + t.sx * (plane.z - t.z);
      const double y = t.y + t.sy * (plane.z - t.z);
      if (plane.z > magnet && t.z < magnet) x += t.bent * (plane.z - magnet);
      if (!plane.within.holds(x, y)) return false;
      for (const Outline& hole : plane.holes)
        if (hole.holds(x, y)) return false;
    }
    return true;
  };

  double quickest = 1e300, mean = 0;
  for (int repeat = 0; repeat < repeats; repeat++) {
    std::mt19937_64 random(1);
    const auto uniform = [&] { return (double(random() >> 12) + 0.5) * 0x1p-52; };
    std::vector<double> sums(std::size_t(lifetimes) * mechanisms), weights(mechanisms);
    const std::clock_t before = std::clock();
    const double momentum = std::sqrt(0.25 * mass * mass - lepton * lepton);
    const double area = std::log(most / least) * widest;
    const double logStep = std::log(most / least) / (momenta - 1), angleStep = widest / (angles - 1);
    for (int event = 0; event < events; event++) {
      const double u = uniform(), theta = widest * uniform(), phi = 2 * M_PI * uniform();
      const double p = least * std::exp(u * std::log(most / least));
      const double pt = p * std::sin(theta), pz = p * std::cos(theta), px = pt * std::cos(phi), py = pt * std::sin(phi);
      const double z = face - interaction * std::log(1 - uniform() * (1 - std::exp(-length / interaction)));
      const double around = 2 * M_PI * uniform(), away = spot * std::sqrt(-2 * std::log(uniform()));
      const double x = x0 + away * std::cos(around), y = y0 + away * std::sin(around);
      // Decay at rest, then a boost along the flight.
      const double c = 2 * uniform() - 1, s = momentum * std::sqrt(1 - c * c), turn = 2 * M_PI * uniform();
      const double ax = s * std::cos(turn), ay = s * std::sin(turn), az = momentum * c;
      const double energy = std::sqrt(p * p + mass * mass);
      const double shift = ((px * ax + py * ay + pz * az) / (energy + mass) + 0.5 * mass) / mass;
      const double fx = ax + px * shift, fy = ay + py * shift, fz = az + pz * shift;
      const double gx = px - fx, gy = py - fy, gz = pz - fz;
      if (fx * fx + fy * fy + fz * fz < leastTrack * leastTrack || gx * gx + gy * gy + gz * gz < leastTrack * leastTrack)
        continue;
      const int i = std::min(int(u * (momenta - 1)), momenta - 2), k = std::min(int(theta / angleStep), angles - 2);
      const double a = u * std::log(most / least) / logStep - i, b = theta / angleStep - k;
      for (int m = 0; m < mechanisms; m++) {
        const double* d = &density[(std::size_t(m) * momenta + i) * angles + k];
        weights[m] = area * ((1 - a) * ((1 - b) * d[0] + b * d[1]) + a * ((1 - b) * d[angles] + b * d[angles + 1]));
      }
      for (int j = 0; j < lifetimes; j++) {
        const double flight = ctau[j] * pz / mass;
        const double reach = std::exp(-(from - z) / flight), inside = 1 - std::exp(-(to - from) / flight);
        const double at = from - flight * std::log(1 - uniform() * inside);
        const double vx = x + px / pz * (at - z), vy = y + py / pz * (at - z);
        if (!passes({vx, vy, at, fx / fz, fy / fz, kick / fz}) || !passes({vx, vy, at, gx / gz, gy / gz, -kick / gz}))
          continue;
        for (int m = 0; m < mechanisms; m++) sums[std::size_t(j) * mechanisms + m] += reach * inside * weights[m];
      }
    }
    quickest = std::min(quickest, double(std::clock() - before) / CLOCKS_PER_SEC);
    mean = sums[std::size_t(wanted) * mechanisms] / events;
  }
  std::printf("{\"seconds\": %.6f, \"meanWeight\": %.9e}\n", quickest, mean);
}
