// SPDX-License-Identifier: Apache-2.0
#include "harness/verdict_json.h"

#include <gtest/gtest.h>

namespace ppp::harness {
namespace {

TEST(VerdictJson, ComesBackAsItWas) {
  Verdict verdict;
  verdict.status = Verdict::Status::kFaster;
  verdict.checks = {{"stdout", Check::Result::kMasked, "line 2: 'é' and '\"'"},
                    {"files", Check::Result::kNotChecked, ""}};
  verdict.speedup = {1.89, 1.84, 1.93, 5};
  verdict.before_s = {6.1, 6.08};
  verdict.after_s = {3.22, 3.24};
  verdict.before_rss_kb = 9000;
  verdict.after_rss_kb = 12000;
  verdict.before_memory = 9'300'000;
  verdict.after_memory = 31'000'000'000;
  verdict.why = "because";
  auto again = verdict_from_json(verdict_to_json(verdict));
  ASSERT_TRUE(again.ok()) << again.error().what;
  EXPECT_EQ(*again, verdict);
}

TEST(VerdictJson, TextThatIsNotUtf8IsStillWritten) {
  Verdict verdict;
  verdict.why = "caf\xe9";
  EXPECT_TRUE(verdict_from_json(verdict_to_json(verdict)).ok());
}

TEST(VerdictJson, RefusesOtherThings) {
  for (const char* text :
       {"", "{}", "[1]", "{\"schema\": \"pyprof-parallel/run\"}"}) {
    EXPECT_FALSE(verdict_from_json(text).ok()) << text;
  }
  std::string odd = verdict_to_json(Verdict{});
  odd.replace(odd.find("unverifiable"), 12, "wonderful");
  EXPECT_FALSE(verdict_from_json(odd).ok());
}

}  // namespace
}  // namespace ppp::harness
