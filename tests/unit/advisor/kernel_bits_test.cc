// SPDX-License-Identifier: Apache-2.0
#include "advisor/kernel_bits.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace ppp::advisor {
namespace {

using Kind = KernelExpr::Kind;

KernelExpr number(const char* text) {
  return {Kind::kLiteral, text, NumberType::kInteger, 0, {}};
}

KernelExpr item(const char* list) {
  KernelExpr index{Kind::kName, "i", NumberType::kInteger, 1, {}};
  return {Kind::kRead, list, NumberType::kInteger, 1, {std::move(index)}};
}

KernelExpr made(const char* name, KernelExpr a, KernelExpr b,
                NumberType type = NumberType::kInteger) {
  return {Kind::kOperation, name, type, 1, {std::move(a), std::move(b)}};
}

/// Of `out.append(value)` in a loop over a list.
std::map<std::string, double> most_of(
    KernelExpr value, const std::map<std::string, double>& known = {}) {
  Kernel kernel;
  kernel.bits = 31;
  kernel.loop.index = "i";
  kernel.loop.stop.text = "len(xs)";
  kernel.loop.axis = 0;
  KernelStep step;
  step.kind = KernelStep::Kind::kAppend;
  step.name = "out";
  step.value = std::move(value);
  kernel.steps = {std::move(step)};
  return appended_most(kernel, known);
}

TEST(KernelBits, ItemsOfListsFromOutsideAreAsLargeAsIsAsked) {
  EXPECT_EQ(most_of(item("xs")).at("out"), std::ldexp(1.0, 31));
  EXPECT_EQ(most_of(item("xs"), {{"xs", 7}}).at("out"), 7);
  EXPECT_EQ(most_of(item("xs"), {{"xs", 1e15}}).at("out"), std::ldexp(1.0, 31));
}

TEST(KernelBits, RemaindersAndQuotientsByANumber) {
  EXPECT_EQ(most_of(made("%", item("xs"), number("256"))).at("out"), 256);
  EXPECT_EQ(
      most_of(made("//", item("xs"), number("10")), {{"xs", 50}}).at("out"), 6);
  // By -1, say.
  EXPECT_EQ(most_of(made("//", item("xs"), item("ys")), {{"xs", 50}}).at("out"),
            51);
}

TEST(KernelBits, TruthValuesAddUp) {
  const KernelExpr more = made(">", item("xs"), number("3"), NumberType::kFlag);
  EXPECT_EQ(most_of(made("+", more, more)).at("out"), 2);
}

TEST(KernelBits, OfWhatIsNotKnownItIsNotSmall) {
  const KernelExpr odd = made("odd", item("xs"), item("xs"));
  EXPECT_GE(most_of(odd, {{"xs", 1}}).at("out"), std::ldexp(1.0, 61));
  // More than 64 bits: nothing is said.
  EXPECT_TRUE(most_of(made("*", odd, odd), {{"xs", 1}}).empty());
}

}  // namespace
}  // namespace ppp::advisor
