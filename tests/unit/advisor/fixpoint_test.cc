// SPDX-License-Identifier: Apache-2.0
// Only what has read something that grew is evaluated again, and one evaluation
// serves all loops in question. Here everything is evaluated once more, for
// every loop of every golden and trap program, alone and together: nothing may
// change, and no decision may differ.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "advisor/dependence.h"
#include "advisor/library.h"
#include "advisor/loop_shape.h"
#include "advisor/loops.h"
#include "advisor/pieces.h"
#include "advisor/plan_json.h"

namespace ppp::advisor {
namespace {

namespace fs = std::filesystem;

// All of them take a minute under the sanitizers.
#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t kEvery = 2;
#else
constexpr std::size_t kEvery = 1;
#endif

std::vector<std::string> programs() {
  std::vector<std::string> scripts;
  for (const char* folder : {PPP_TRANSFORM_TESTS, PPP_TRAP_TESTS}) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().filename() == "before.py") {
        scripts.push_back(entry.path().string());
      }
    }
  }
  std::sort(scripts.begin(), scripts.end());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < scripts.size(); i += kEvery) {
    std::swap(scripts[kept++], scripts[i]);
  }
  scripts.resize(kept);
  return scripts;
}

std::vector<Loop> loops_of(const Project& project) {
  std::vector<Loop> loops;
  for (const SourceFile& source : project.files) {
    for (const Loop& loop : find_loops(source)) {
      if (!refuse_form(loop)) loops.push_back(loop);
    }
  }
  return loops;
}

Project load(const std::string& script) {
  auto project = load_project(script, fs::path(script).parent_path().string());
  EXPECT_TRUE(project.ok()) << script;
  return std::move(*project);
}

void expect_fixpoint(const Project& project, std::vector<Question> questions) {
  const std::string first = questions[0].source->path() +
                            ", the loop on line " +
                            std::to_string(questions[0].loop.line());
  const bool alone = questions.size() == 1;
  Interpreter interpreter(project, builtin_library(), std::move(questions));
  const bool settled = interpreter.run();
  EXPECT_TRUE(settled || !alone) << first;
  EXPECT_TRUE(!settled || interpreter.is_fixpoint()) << first;
}

TEST(Fixpoint, OneMoreEvaluationOfEverythingChangesNothing) {
  const std::vector<std::string> scripts = programs();
  EXPECT_GT(scripts.size(), 100U);
  for (const std::string& script : scripts) {
    const Project project = load(script);
    std::vector<Question> all;
    for (const Loop& loop : loops_of(project)) {
      all.push_back(question_of(loop, false));
      expect_fixpoint(project, {all.back()});
    }
    all.resize(std::min(all.size(), Interpreter::kMostQuestions));
    if (!all.empty()) expect_fixpoint(project, all);
  }
}

std::array<std::vector<Reason>*, 7> obstacles_of(Candidate& candidate) {
  return {&candidate.process_obstacles,
          &candidate.thread_obstacles,
          &candidate.task_obstacles,
          &candidate.fork_obstacles,
          &candidate.interpreter_obstacles,
          &candidate.reimport.obstacles,
          &candidate.evidence};
}

/// Leaves out of `one` the obstacles of kinds that `other` has not.
void keep_shared(Candidate& one, Candidate other) {
  const auto mine = obstacles_of(one);
  const auto others = obstacles_of(other);
  for (std::size_t i = 0; i < mine.size(); ++i) {
    std::erase_if(*mine[i], [&](const Reason& reason) {
      return std::none_of(
          others[i]->begin(), others[i]->end(),
          [&](const Reason& its) { return its.id == reason.id; });
    });
  }
}

/// Without what depends on the order of evaluation: where an effect has several
/// places, a reason names the one that was seen first.
std::string comparable(Candidate candidate) {
  for (auto* reasons : obstacles_of(candidate)) {
    for (Reason& reason : *reasons) {
      reason.message.clear();
      reason.spans.clear();
    }
  }
  // Of a kernel's they are what a decline's reasons are: the first counts.
  if (candidate.work_obstacles.size() > 1) candidate.work_obstacles.resize(1);
  // Where a pool may stay is asked of two loops, and alone there is one.
  candidate.pool_around.reset();
  Plan plan;
  plan.candidates = {std::move(candidate)};
  return plan_to_json(plan);
}

/// What would be noticed outside of the program; "unknown" may be any of it.
/// Names and objects are told otherwise of a generator that is in question
/// itself.
std::set<std::string> noticed(const Effects& effects) {
  std::set<std::string> all;
  for (const auto& [effect, place] : effects) {
    if (effect.kind == Effect::Kind::kUnknown) return {"unknown"};
    if (effect.kind == Effect::Kind::kOutside ||
        effect.kind == Effect::Kind::kRaises ||
        effect.kind == Effect::Kind::kFile) {
      all.insert(std::string(effect.name));
    }
  }
  return all;
}

// What keeps other loops apart tells more, never less: calls from two loops are
// one to a question about neither.
TEST(Fixpoint, LoopsInQuestionTogetherHaveNoOtherEffectsThanAlone) {
  for (const std::string& script : programs()) {
    const Project project = load(script);
    std::vector<Question> all;
    for (const Loop& loop : loops_of(project)) {
      all.push_back(question_of(loop, false));
    }
    all.resize(std::min(all.size(), Interpreter::kMostQuestions));
    if (all.size() < 2) continue;
    Interpreter together(project, builtin_library(), all);
    if (!together.run()) continue;
    for (std::size_t i = 0; i < all.size(); ++i) {
      Interpreter alone(project, builtin_library(), {all[i]});
      ASSERT_TRUE(alone.run());
      alone.ask(0);
      together.ask(static_cast<int>(i));
      const std::string where =
          script + ", the loop on line " + std::to_string(all[i].loop.line());
      for (Node part : all[i].parts) {
        const std::set<std::string> more = noticed(alone.effects_of_part(part));
        const std::set<std::string> less =
            noticed(together.effects_of_part(part));
        EXPECT_TRUE(
            more.contains("unknown") ||
            std::includes(more.begin(), more.end(), less.begin(), less.end()))
            << where;
      }
    }
  }
}

TEST(Fixpoint, LoopsInQuestionTogetherAreJudgedAsAloneOrBetter) {
  for (const std::string& script : programs()) {
    const Project project = load(script);
    const std::vector<Loop> loops = loops_of(project);
    auto together = judge(project, builtin_library(), loops, nullptr, {});
    for (std::size_t i = 0; i < loops.size(); ++i) {
      const auto alone =
          judge(project, builtin_library(), {loops[i]}, nullptr, {});
      const std::string where = script + ", the loop on line " +
                                std::to_string(loops[i].hot.span.line);
      if (alone[0].candidate) {
        ASSERT_TRUE(together[i].candidate) << where;
        // What was not known to be there before the loop, or may be a number,
        // may be a list.
        const Candidate& less = *alone[0].candidate;
        const Candidate& more = *together[i].candidate;
        if ((less.source_taken && !more.source_taken) ||
            (!less.source_sized && more.source_sized)) {
          continue;
        }
        Candidate worse = *alone[0].candidate;
        keep_shared(worse, more);
        worse.work.bulky = worse.work.bulky && more.work.bulky;
        // As below: of a kernel, these are the reasons against a pool.
        if (!worse.work_obstacles.empty() &&
            worse.work_obstacles[0].id == "unknown-effect") {
          worse.work_obstacles = together[i].candidate->work_obstacles;
        }
        EXPECT_EQ(comparable(*together[i].candidate), comparable(worse))
            << where;
        continue;
      }
      // What was unknown may be known, and another reason or none counts.
      const std::string& why = alone[0].reasons[0].id;
      if (why == "unknown-effect" || why == "lazy-source") continue;
      ASSERT_FALSE(together[i].candidate) << where;
      EXPECT_EQ(together[i].reasons[0].id, why) << where;
    }
  }
}

}  // namespace
}  // namespace ppp::advisor
