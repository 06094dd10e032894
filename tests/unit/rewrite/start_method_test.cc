// SPDX-License-Identifier: Apache-2.0
#include "rewrite/start_method.h"

#include <gtest/gtest.h>

#include "tests/unit/rewrite/candidates.h"

namespace ppp::rewrite {
namespace {

using advisor::Candidate;
using Need = advisor::Reimport::Need;

class StartMethods : public ::testing::Test {
 protected:
  StartMethods() {
    Candidate& candidate = program_.add("for x");
    ByteRange call = program_.find("f(x))\n");
    call.end = call.begin + 4;
    candidate.work.expression = call;
    candidate.work.items = {"x"};
    candidate.work.captures = {{"f", advisor::Capture::Kind::kGlobal}};
    candidate.work.plain_call = true;
    candidate.work.found_ahead = true;
    candidate.appends_to = "out";
    candidate.reimport.needs = {{"f", Need::Kind::kDefinition}};
  }

  Candidate& candidate() { return program_.plan().candidates[0]; }
  std::string with(StartMethod method) {
    RewriteOptions options;
    options.start_method = method;
    return program_.after("process-pool", options);
  }
  bool has(StartMethod method, const std::string& text) {
    return with(method).find(text) != std::string::npos;
  }

  Program program_{
      "N = 3\nT = load()\ndef f(x): return x + N + T\nout = []\n"
      "for x in y:\n    out.append(f(x))\nprint(out)\n"};
};

TEST_F(StartMethods, AreNamed) {
  EXPECT_TRUE(has(StartMethod::kAuto, "get_context(\"fork\")"));
  EXPECT_TRUE(has(StartMethod::kFork, "get_context(\"fork\")"));
  EXPECT_TRUE(has(StartMethod::kSpawn, "get_context(\"spawn\")"));
  EXPECT_TRUE(has(StartMethod::kForkserver, "get_context(\"forkserver\")"));
}

TEST_F(StartMethods, OnlyAnImportNeedsAGuard) {
  EXPECT_FALSE(has(StartMethod::kFork, "__name__"));
  EXPECT_TRUE(has(StartMethod::kSpawn,
                  "if __name__ == \"__main__\":\n    T = load()\ndef f(x)"));
  EXPECT_TRUE(has(StartMethod::kSpawn, "\n    print(out)\n"));
}

TEST_F(StartMethods, WhatAnImportDoesNotGiveIsSent) {
  candidate().reimport.needs = {{"N", Need::Kind::kConstant},
                                {"T", Need::Kind::kConstant},
                                {"f", Need::Kind::kDefinition}};
  EXPECT_TRUE(has(StartMethod::kSpawn, "initargs=(T,)"));
  EXPECT_TRUE(has(StartMethod::kSpawn, "global T\n    T = t\n"));
  EXPECT_FALSE(has(StartMethod::kFork, "global"));
  candidate().reimport.needs[0].kind = Need::Kind::kValue;
  EXPECT_TRUE(has(StartMethod::kSpawn, "initargs=(N, T)"));
}

TEST_F(StartMethods, ADefinitionThatIsGuardedCannotBeFound) {
  candidate().reimport.needs = {{"T", Need::Kind::kDefinition}};
  EXPECT_EQ(with(StartMethod::kSpawn), "refused: not-importable");
}

TEST_F(StartMethods, ThreadsAskForAForkserver) {
  candidate().fork_obstacles = {{"threads-alive", "", {}}};
  EXPECT_TRUE(has(StartMethod::kAuto, "get_context(\"forkserver\")"));
  EXPECT_EQ(with(StartMethod::kFork), "refused: threads-alive");
  candidate().reimport.obstacles = {{"state-changed", "", {}}};
  EXPECT_EQ(with(StartMethod::kAuto), "refused: threads-alive");
  EXPECT_EQ(with(StartMethod::kSpawn), "refused: state-changed");
}

}  // namespace
}  // namespace ppp::rewrite
