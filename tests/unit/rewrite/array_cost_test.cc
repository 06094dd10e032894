// SPDX-License-Identifier: Apache-2.0
#include "rewrite/array_cost.h"

#include <gtest/gtest.h>

namespace ppp::rewrite {
namespace {

using advisor::Candidate;
using advisor::KernelStep;

/// `wall_s`: what the loop takes as it is.
Candidate measured(double wall_s, double entries, std::int64_t iterations) {
  Candidate candidate;
  candidate.loop.cost.wall_s = wall_s;
  candidate.loop.entries = entries;
  candidate.loop.iterations = iterations;
  candidate.kernel.emplace();
  return candidate;
}

Candidate with_loop_inside(Candidate candidate, int axis) {
  KernelStep inner;
  inner.kind = KernelStep::Kind::kLoop;
  inner.loop.axis = axis;
  candidate.kernel->steps.push_back(inner);
  candidate.kernel->columns = axis == 1;
  return candidate;
}

ArrayPart part_of(double weight, double ways) {
  ArrayPart part;
  part.operations = 4;
  part.work.weight = weight;
  part.work.ways = ways;
  return part;
}

// Loops of bench/programs and others, on a machine of two CPUs.
TEST(ArrayCost, IsNearWhatWasMeasured) {
  // 40,000 cells, 398 times: 5.1 s as it is, 0.1 s by arrays.
  const Candidate rod = measured(5.1, 398, 40'000);
  EXPECT_NEAR(by_numpy_s(rod, part_of(5, 0), {}), 0.1, 0.05);
  // 420 × 420 cells, 400 times: 5.4 s, 0.25 s.
  const Candidate plate = with_loop_inside(measured(5.4, 400, 418), 1);
  EXPECT_NEAR(by_numpy_s(plate, part_of(4, 0), {}), 0.25, 0.1);
  // Runs of equal numbers in a list of 6 million: 0.2 s, 0.12 s.
  const Candidate runs = measured(0.21, 1, 6'000'000);
  EXPECT_NEAR(by_numpy_s(runs, part_of(2.7, kWayToArray + 2.4 * kFew), {}),
              0.12, 0.06);
}

TEST(ArrayCost, KnowsWhatIsDear) {
  const Candidate loop = measured(2, 1, 10'000'000);
  const double far = by_numpy_s(loop, part_of(4, 1), {});
  EXPECT_GT(by_numpy_s(loop, part_of(8, 1), {}), far);
  EXPECT_GT(by_numpy_s(loop, part_of(4, 2), {}), far);
  ArrayPart strips = part_of(4, 1);
  strips.work.in_strips = true;
  EXPECT_LT(by_numpy_s(loop, strips, {}), far);
  // Many short entries are many calls.
  EXPECT_GT(by_numpy_s(measured(2, 1'000'000, 10), part_of(4, 1), {}), 2 * far);
}

TEST(ArrayCost, DoesWithoutWhatWasNotCounted) {
  // What was counted may be nonsense, or of the longest entry.
  const Candidate odd = measured(5.5, 4e6, 140'478'144'543'496);
  EXPECT_LT(by_numpy_s(odd, part_of(4, 1), {}), 1e3);
  const Candidate unknown = measured(5, 1, 0);
  EXPECT_GT(by_numpy_s(unknown, part_of(4, 0), {}), 0.05);
}

}  // namespace
}  // namespace ppp::rewrite
