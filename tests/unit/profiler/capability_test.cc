// SPDX-License-Identifier: Apache-2.0
#include "profiler/capability.h"

#include <gtest/gtest.h>

#include <set>

namespace ppp::profiler {
namespace {

TEST(Capability, EachHasAnAnswerOrAHint) {
  std::set<std::string> ids;
  for (const Capability& item : profiler_capabilities(system_processes())) {
    EXPECT_TRUE(ids.insert(item.id).second) << item.id;
    EXPECT_FALSE(item.detail.empty()) << item.id;
    EXPECT_EQ(item.ok, item.hint.empty()) << item.id;
  }
  EXPECT_TRUE(ids.count("read-memory"));
}

TEST(Capability, NamesInterpretersOnce) {
  std::set<std::string> details;
  for (const Capability& item : find_interpreters()) {
    EXPECT_EQ(item.id, "python");
    EXPECT_TRUE(details.insert(item.detail).second) << item.detail;
    EXPECT_EQ(item.ok, item.hint.empty()) << item.detail;
  }
}

// A runner that starts nothing.
class Broken final : public ProcessRunner {
 public:
  Result<std::unique_ptr<Child>> start(const Command&) override {
    return Error{Error::Kind::kEnvironment, "no processes left", "wait"};
  }
};

TEST(Capability, SaysSoWhenNothingCanBeStarted) {
  Broken runner;
  const auto found = profiler_capabilities(runner);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.back().detail, "no processes left");
  EXPECT_FALSE(found.back().ok);
}

}  // namespace
}  // namespace ppp::profiler
