// SPDX-License-Identifier: Apache-2.0
// Instrumented copies of small programs, run by every Python that is installed.

#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>

#include "advisor/advise.h"
#include "advisor/probe.h"
#include "harness/side_channel.h"
#include "tests/live/interpreters.h"

namespace ppp::advisor {

using profiler::find_python;
using profiler::Script;

class LiveProbe : public ::testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    python_ = find_python(GetParam());
    if (python_.empty()) GTEST_SKIP() << "3." << GetParam() << " is missing";
    limits_.seconds = 30;
    limits_.window_s = 5;
    limits_.window = 16;
    limits_.enough = kLeastTested;
  }

  /// The loop that ends in "# L:loop", proven or not.
  void take(const std::string& text, const std::string& module = "",
            const std::string& of_module = "") {
    candidate_.reset();
    facts_ = {};
    script_ = std::make_unique<Script>(text);
    if (!module.empty()) {
      const std::string path = script_->directory() + "/" + module;
      ASSERT_TRUE(write_file(path, of_module).ok());
    }
    project_ = *load_project("script.py", script_->directory());
    AdviseOptions options;
    options.every_loop = true;
    const Plan plan = *advise({}, project_, options);
    for (const Candidate* one : probe_subjects(plan, true)) {
      if (one->loop.span.line == script_->line("loop")) candidate_ = *one;
    }
    ASSERT_TRUE(candidate_.has_value())
        << plan.declines.at(0).reasons[0].message;
  }

  /// Runs the copy in place of the script.
  Captured run() {
    Command command = script_->command(python_);
    for (const auto& [path, copy] :
         instrument(project_, {&*candidate_}, limits_)) {
      EXPECT_TRUE(write_file(path, copy).ok());
    }
    auto channel = harness::SideChannel::create();
    auto done = capture(system_processes(),
                        channel->attached_to(command, kProbeVariable), 120);
    EXPECT_TRUE(done.ok());
    auto read = read_facts(*channel->text(), project_, {&*candidate_});
    EXPECT_TRUE(read.ok()) << read.error().what << done->err;
    if (read.ok()) facts_ = read->at(0);
    return *done;
  }

  void probe(const std::string& text) {
    ASSERT_NO_FATAL_FAILURE(take(text));
    run();
  }

  void expect_conflict(ProbeConflict::Kind kind, const std::string& what) {
    ASSERT_TRUE(facts_.conflict.has_value()) << facts_.skipped;
    EXPECT_EQ(facts_.conflict->kind, kind);
    EXPECT_EQ(facts_.conflict->what, what);
  }
  Span line(const std::string& mark) const {
    const int number = script_->line(mark);
    return {"script.py", number, number};
  }

  std::string python_;
  ProbeLimits limits_;
  std::unique_ptr<Script> script_;
  Project project_;
  std::optional<Candidate> candidate_;
  ProbeFacts facts_;
};

}  // namespace ppp::advisor
