// The scalar C++ that bench/generator.bench.ts measures itself against: K+ -> pi+ pi+ pi- by GENBOD's recursion with the
// same random numbers and the same thirteen output columns as src/physics/phase-space/three-body.ts.
//   three-body EVENTS REPEATS KEY0 KEY1   prints {"seconds": CPU seconds of the quickest repeat, "meanWeight": …}
// -DLIBM takes sine and cosine from the C library, otherwise from the polynomials of the TypeScript.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

namespace {

constexpr int rows = 1024;
constexpr double kaon = 0.493677, pion = 0.13957039;

struct Uniforms {
  double u[5];
};

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

inline Uniforms draw(uint64_t event, uint32_t k0, uint32_t k1) {
  uint32_t w[3][2];
  for (uint32_t pair = 0; pair < 3; pair++) threefry(uint32_t(event), (pair << 20) | uint32_t(event >> 32), k0, k1, w[pair]);
  return {{uniform(w[0][0]), uniform(w[0][1]), uniform(w[1][0]), uniform(w[1][1]), uniform(w[2][0])}};
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

void decays(uint64_t first, int count, uint32_t k0, uint32_t k1, double M, double m1, double m2, double m3,
            double *__restrict out) {
  const double dm = M - m1 - m2 - m3, least = m1 + m2, halfOverM = 0.5 / M;
  const double sum12 = (m1 + m2) * (m1 + m2), difference12 = (m1 - m2) * (m1 - m2);
  const double sum3 = (M + m3) * (M + m3), difference3 = (M - m3) * (M - m3);
  const double excess12 = m1 * m1 - m2 * m2, excess3 = M * M - m3 * m3;
  const double volume = dm / (16 * M_PI * M_PI * M_PI * M);
  for (int i = 0; i < count; i++) {
    const Uniforms r = draw(first + i, k0, k1);
    const double m12 = least + r.u[0] * dm, m12s = m12 * m12;
    const double pb = std::sqrt(std::fmax((sum3 - m12s) * (difference3 - m12s), 0)) * halfOverM;
    const double inverse = 1 / m12, halfInverse = 0.5 * inverse;
    const double pa = std::sqrt((m12s - sum12) * (m12s - difference12)) * halfInverse;
    double cosPhi, sinPhi;
    double c = 2 * r.u[1] - 1, s = std::sqrt(1 - c * c);
    cosSin(r.u[2], cosPhi, sinPhi);
    const double dx = pa * s * cosPhi, dy = pa * s * sinPhi, dz = pa * c;
    c = 2 * r.u[3] - 1;
    s = std::sqrt(1 - c * c);
    cosSin(r.u[4], cosPhi, sinPhi);
    const double nx = s * cosPhi, ny = s * sinPhi, nz = c;
    const double e12 = (excess3 + m12s) * halfOverM, gamma = e12 * inverse, gammaBeta = pb * inverse;
    const double e1 = (m12s + excess12) * halfInverse, e2 = m12 - e1;
    const double along = dx * nx + dy * ny + dz * nz;
    const double shift1 = (gamma - 1) * along + gammaBeta * e1, shift2 = gammaBeta * e2 - (gamma - 1) * along;
    double *p = out + i;
    p[0] = pa * pb * volume;
    p[rows] = gamma * e1 + gammaBeta * along;
    p[2 * rows] = dx + nx * shift1;
    p[3 * rows] = dy + ny * shift1;
    p[4 * rows] = dz + nz * shift1;
    p[5 * rows] = gamma * e2 - gammaBeta * along;
    p[6 * rows] = nx * shift2 - dx;
    p[7 * rows] = ny * shift2 - dy;
    p[8 * rows] = nz * shift2 - dz;
    p[9 * rows] = M - e12;
    p[10 * rows] = -pb * nx;
    p[11 * rows] = -pb * ny;
    p[12 * rows] = -pb * nz;
  }
}

}  // namespace

int main(int argc, char **argv) {
  if (argc != 5) return 2;
  const long events = std::atol(argv[1]);
  const int repeats = std::atoi(argv[2]);
  const uint32_t k0 = uint32_t(std::atol(argv[3])), k1 = uint32_t(std::atol(argv[4]));
  std::vector<double> out(13 * rows);
  double best = 1e300, sum = 0;
  for (int repeat = 0; repeat < repeats; repeat++) {
    const std::clock_t start = std::clock();
    sum = 0;
    for (long first = 0; first < events; first += rows) {
      const int count = events - first < rows ? int(events - first) : rows;
      decays(uint64_t(first), count, k0, k1, kaon, pion, pion, pion, out.data());
      for (int i = 0; i < count; i++) sum += out[i];
    }
    const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
    if (seconds < best) best = seconds;
  }
  std::printf("{\"seconds\": %.6f, \"meanWeight\": %.17g}\n", best, sum / events);
}
