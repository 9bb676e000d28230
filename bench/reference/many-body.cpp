// The scalar C++ that bench/generator.bench.ts measures 5-body phase space against: K+ -> pi+ e+ e- e+ e-, with the same
// random numbers and the same 21 output columns as src/physics/phase-space/n-body.ts.
//   many-body EVENTS REPEATS KEY0 KEY1   prints {"seconds": CPU seconds of the quickest repeat, "meanWeight": …}
// The recursion is GENBOD's: sorted masses, then from the first pair up, all that came before boosted at every split.
// -DTWIN takes that of the TypeScript instead: from the whole down, every product boosted once.
// -DLIBM takes sine and cosine from the C library, otherwise from the polynomials of the TypeScript.
// -DUNWEIGHTED accepts events in proportion to their weight: masses first, and directions for what is accepted only.
//   many-body EVENTS REPEATS KEY0 KEY1 TOP   makes EVENTS accepted events, TOP what no product of the momenta exceeds;
//   the mean is that of the first product's energy
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

namespace {

constexpr int rows = 1024, bodies = 5, uniforms = 3 * bodies - 4;
constexpr double parent = 0.493677;
constexpr double own[bodies] = {0.13957039, 0.51099895e-3, 0.51099895e-3, 0.51099895e-3, 0.51099895e-3};

inline double uniform(uint32_t word) { return (word + 0.5) * 2.3283064365386963e-10; }

inline uint32_t rotate(uint32_t x, int bits) { return (x << bits) | (x >> (32 - bits)); }

inline void threefry(uint32_t c0, uint32_t c1, uint32_t k0, uint32_t k1, uint32_t out[2]) {
  static constexpr int turns[8] = {13, 15, 26, 6, 17, 29, 16, 24};
  const uint32_t keys[3] = {k0, k1, 0x1BD11BDAu ^ k0 ^ k1};
  uint32_t x = c0 + k0, y = c1 + k1;
#pragma GCC unroll 20
  for (int round = 0; round < 20; round++) {
    x += y;
    y = rotate(y, turns[round % 8]) ^ x;
    if (round % 4 == 3) {
      const uint32_t s = round / 4 + 1;
      x += keys[s % 3];
      y += keys[(s + 1) % 3] + s;
    }
  }
  out[0] = x, out[1] = y;
}

inline void draw(uint64_t event, uint32_t k0, uint32_t k1, int from, int to, double *u) {
  for (int pair = from; pair < to; pair++) {
    uint32_t w[2];
    threefry(uint32_t(event), (uint32_t(pair) << 20) | uint32_t(event >> 32), k0, k1, w);
    u[2 * pair] = uniform(w[0]);
    u[2 * pair + 1] = uniform(w[1]);
  }
}

inline void cosSin(double turns, double &cosine, double &sine) {
#ifdef LIBM
  const double angle = 2 * M_PI * turns;
  cosine = std::cos(angle);
  sine = std::sin(angle);
#else
  const double x = turns * 4, q = std::floor(x + 0.5), y = (x - q) * M_PI_2, z = y * y;
  const double s =
      y + y * z *
              (-0.16666666666666666 +
               z * (0.008333333333330948 +
                    z * (-0.00019841269836756774 +
                         z * (2.7557316101617874e-6 + z * (-2.505113165023518e-8 + z * 1.5918115263265974e-10)))));
  const double c =
      1 - 0.5 * z +
      z * z *
          (0.041666666666666664 +
           z * (-0.0013888888888887398 +
                z * (2.480158729876456e-5 +
                     z * (-2.7557317271145144e-7 + z * (2.087614614655861e-9 + z * -1.1382623647474604e-11)))));
  const int quarter = int(q);
  cosine = quarter & 1 ? s : c;
  sine = quarter & 1 ? c : s;
  if ((quarter + 1) & 2) cosine = -cosine;
  if (quarter & 2) sine = -sine;
#endif
}

struct Decay {
  double available, threshold[bodies], volume;
  Decay() {
    double sum = 0;
    for (int k = 0; k < bodies; k++) threshold[k] = sum += own[k];
    available = parent - sum;
    volume = 1 / (parent * 4 * M_PI);
    for (int k = 1; k <= bodies - 2; k++) volume *= available / (k * 4 * M_PI * M_PI);
  }
};

/** Masses of the clusters and the momenta of their splits; gives the product of the momenta. */
inline double masses(const Decay &decay, const double *u, double *cluster, double *p) {
  double sorted[bodies - 2];
  for (int k = 0; k < bodies - 2; k++) sorted[k] = u[k];
  if (sorted[0] > sorted[1]) std::swap(sorted[0], sorted[1]);
  if (sorted[1] > sorted[2]) std::swap(sorted[1], sorted[2]);
  if (sorted[0] > sorted[1]) std::swap(sorted[0], sorted[1]);
  cluster[0] = own[0];
  cluster[bodies - 1] = parent;
  for (int k = 1; k < bodies - 1; k++) cluster[k] = sorted[k - 1] * decay.available + decay.threshold[k];
  double product = 1;
  for (int k = 1; k < bodies; k++) {
    const double M = cluster[k], sum = cluster[k - 1] + own[k], difference = cluster[k - 1] - own[k];
    const double inside = (M - sum) * (M + sum) * ((M - difference) * (M + difference));
    p[k] = std::sqrt(std::fmax(inside, 0)) * 0.5 / M;
    product *= p[k];
  }
  return product;
}

inline void direction(const double *u, double p, double &x, double &y, double &z) {
  double cosine, sine;
  const double c = 2 * u[0] - 1, s = std::sqrt(1 - c * c);
  cosSin(u[1], cosine, sine);
  x = p * s * cosine, y = p * s * sine, z = p * c;
}

inline void momenta(const double *u, const double *cluster, const double *p, double *__restrict out) {
#ifdef TWIN
  double E = parent, X = 0, Y = 0, Z = 0;
  for (int k = bodies - 1; k > 0; k--) {
    double x, y, z;
    direction(u + bodies - 2 + 2 * (bodies - 1 - k), p[k], x, y, z);
    const double M = cluster[k], rest = cluster[k - 1];
    const double e = ((M - rest) * (M + rest) + own[k] * own[k]) * 0.5 / M;
    const double along = x * X + y * Y + z * Z, shift = (along / (E + M) + e) / M;
    const double energy = (E * e + along) / M;
    x += X * shift, y += Y * shift, z += Z * shift;
    double *q = out + (1 + 4 * k) * rows;
    q[0] = energy, q[rows] = x, q[2 * rows] = y, q[3 * rows] = z;
    E -= energy, X -= x, Y -= y, Z -= z;
  }
  double *q = out + rows;
  q[0] = E, q[rows] = X, q[2 * rows] = Y, q[3 * rows] = Z;
#else
  double e[bodies], px[bodies], py[bodies], pz[bodies];
  for (int k = 1; k < bodies; k++) {
    double x, y, z;
    direction(u + bodies - 4 + 2 * k, p[k], x, y, z);
    e[k] = std::sqrt(p[k] * p[k] + own[k] * own[k]);
    px[k] = -x, py[k] = -y, pz[k] = -z;
    const double mass = cluster[k - 1], energy = std::sqrt(p[k] * p[k] + mass * mass);
    if (k == 1) {
      e[0] = energy, px[0] = x, py[0] = y, pz[0] = z;
      continue;
    }
    const double inverse = 1 / mass, half = 1 / (energy + mass);
    for (int j = 0; j < k; j++) {
      const double along = x * px[j] + y * py[j] + z * pz[j], shift = (along * half + e[j]) * inverse;
      px[j] += x * shift, py[j] += y * shift, pz[j] += z * shift;
      e[j] = (energy * e[j] + along) * inverse;
    }
  }
  for (int k = 0; k < bodies; k++) {
    double *q = out + (1 + 4 * k) * rows;
    q[0] = e[k], q[rows] = px[k], q[2 * rows] = py[k], q[3 * rows] = pz[k];
  }
#endif
}

}  // namespace

int main(int argc, char **argv) {
#ifdef UNWEIGHTED
  if (argc != 6) return 2;
  const double top = std::atof(argv[5]);
#else
  if (argc != 5) return 2;
#endif
  const long events = std::atol(argv[1]);
  const int repeats = std::atoi(argv[2]);
  const uint32_t k0 = uint32_t(std::atol(argv[3])), k1 = uint32_t(std::atol(argv[4]));
  const Decay decay;
  std::vector<double> out((4 * bodies + 1) * rows);
  double u[uniforms + 3], cluster[bodies], p[bodies];
  double best = 1e300, sum = 0;
  for (int repeat = 0; repeat < repeats; repeat++) {
    const std::clock_t start = std::clock();
    sum = 0;
    uint64_t event = 0;
    for (long first = 0; first < events; first += rows) {
      const int count = events - first < rows ? int(events - first) : rows;
      for (int i = 0; i < count; i++) {
#ifdef UNWEIGHTED
        // draws 0 … n − 3 masses, n − 2 acceptance, then directions
        for (;; event++) {
          draw(event, k0, k1, 0, 2, u);
          if (masses(decay, u, cluster, p) > u[bodies - 2] * top) break;
        }
        draw(event++, k0, k1, 2, (uniforms + 2) / 2, u);
        momenta(u + 1, cluster, p, &out[i]);
        out[i] = out[i + rows];
#else
        draw(event++, k0, k1, 0, (uniforms + 1) / 2, u);
        out[i] = masses(decay, u, cluster, p) * decay.volume;
        momenta(u, cluster, p, &out[i]);
#endif
      }
      for (int i = 0; i < count; i++) sum += out[i];
    }
    const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
    if (seconds < best) best = seconds;
  }
  std::printf("{\"seconds\": %.6f, \"meanWeight\": %.17g}\n", best, sum / double(events));
}
