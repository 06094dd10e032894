// SPDX-License-Identifier: Apache-2.0
#include "profiler/formats/formats.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/unit/profiler/sample_profile.h"

namespace ppp::profiler {
namespace {

TEST(Formats, Collapsed) {
  EXPECT_EQ(to_collapsed(sample_profile()),
            "main thread;<module> (main.py:20);Lib.go (lib x.py:4) 500000\n"
            "main thread;<module> (main.py:20);work (main.py:9) 1250000\n"
            "thread 101;Lib.go (lib x.py:4) 500000\n");
}

TEST(Formats, Speedscope) {
  const auto json = nlohmann::json::parse(to_speedscope(sample_profile()));
  EXPECT_EQ(json["shared"]["frames"].size(), 3u);
  ASSERT_EQ(json["profiles"].size(), 2u);
  const auto& main = json["profiles"][0];
  EXPECT_EQ(main["type"], "sampled");
  EXPECT_EQ(main["samples"].size(), main["weights"].size());
  EXPECT_EQ(main["endValue"], 1.75);
}

TEST(Formats, ChromeTraceNestsAndCoversTheTime) {
  const auto json = nlohmann::json::parse(to_chrome_trace(sample_profile()));
  double inner = 0;
  double outer = 0;
  for (const auto& event : json["traceEvents"]) {
    if (event["ph"] != "X" || event["tid"] != 100) continue;
    const bool root = event["name"] == "<module> (main.py:20)";
    (root ? outer : inner) += event["dur"].get<double>();
  }
  EXPECT_DOUBLE_EQ(outer, 1.75e6);
  EXPECT_DOUBLE_EQ(inner, 1.75e6);
}

TEST(Formats, AnEmptyProfileIsAValidFile) {
  EXPECT_EQ(to_collapsed({}), "");
  EXPECT_TRUE(nlohmann::json::accept(to_speedscope({})));
  EXPECT_TRUE(nlohmann::json::accept(to_chrome_trace({})));
}

}  // namespace
}  // namespace ppp::profiler
