// SPDX-License-Identifier: Apache-2.0
#include "harness/tolerance.h"

#include <gtest/gtest.h>

namespace ppp::harness {
namespace {

constexpr double kTolerance = 1e-9;

bool near(std::string_view one, std::string_view other) {
  return within_tolerance(one, other, kTolerance);
}

TEST(Tolerance, TakesOtherLastDigitsOfFloats) {
  EXPECT_TRUE(near("", ""));
  EXPECT_TRUE(near("mean 0.1234567890123", "mean 0.1234567890125"));
  EXPECT_TRUE(
      near("[1.0, -2.5e-300]", "[0.9999999999999, -2.50000000001e-300]"));
  EXPECT_TRUE(near("x=-0.0;", "x=0.0;"));
  EXPECT_TRUE(near("1e22", "1.0000000000001e+22"));
}

TEST(Tolerance, RefusesWhatIsFurtherAway) {
  EXPECT_FALSE(near("0.12345678", "0.12345679"));
  EXPECT_FALSE(near("1e-300", "2e-300"));
  EXPECT_FALSE(near("1.0", "-1.0"));
  EXPECT_FALSE(near("0.0", "1e-300"));
}

TEST(Tolerance, RefusesWhatIsNoFloat) {
  EXPECT_FALSE(near("10000000000", "10000000001"));
  EXPECT_FALSE(near("1.0", "1"));
  EXPECT_FALSE(near("nan", "inf"));
  EXPECT_FALSE(near("1.0 s", "1.0  s"));
  EXPECT_FALSE(near("1.0", "1.0 s"));
  EXPECT_FALSE(near("version 1.0000000000.1", "version 1.0000000000.2"));
  EXPECT_FALSE(near("v1.00000000001", "v1.00000000002"));
  EXPECT_FALSE(near("1.00000000001x", "1.00000000002x"));
  EXPECT_FALSE(near("1.0e", "1.00000000001e"));
}

}  // namespace
}  // namespace ppp::harness
