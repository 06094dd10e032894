// SPDX-License-Identifier: Apache-2.0
// The writers, on one report with something of everything.
#include "harness/report/report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "harness/report/words.h"

namespace ppp::harness {
namespace {

Report sample() {
  Report report;
  report.machine = {2, "Some CPU", "Linux 6.1"};
  report.workers = 2;
  report.profile.command = {"main.py", "120"};
  report.profile.python = "3.11.7";
  report.profile.wall_s = 6.1;
  report.profile.samples = 6104;
  report.profile.rate_hz = 1000;
  Hotspot hot;
  hot.loop.span = {"main.py", 22, 23};
  hot.loop.share = 0.97;
  hot.loop.function = "main";
  hot.candidate = true;
  hot.evidence = {
      {"independent", "no iteration writes what another reads", {}}};
  hot.proposals = {{"process-pool", 1.92, Proposal::Result::kAccepted, "",
                    Speedup{1.89, 1.84, 1.93, 5}}};
  Hotspot cold;
  cold.loop.span = {"a|b.py", 12, 12};
  cold.loop.share = 0.2;
  cold.loop.time_class = advisor::TimeClass::kIoNetwork;
  cold.reasons = {
      {"writes-shared-state", "appends to `seen` <now>", {{"a|b.py", 12, 12}}},
      {"calls-unknown", "calls `x`", {}}};
  cold.reasons[1].subject = "x";
  cold.reasons[1].remedy = "an entry for `x`";
  cold.potential_speedup = 1.7;
  report.hotspots = {hot, cold};
  report.outcome.status = Outcome::Status::kFaster;
  report.outcome.strategies = {"process-pool"};
  report.outcome.predicted_speedup = 1.92;
  report.outcome.speedup = {1.89, 1.84, 1.93, 5};
  report.outcome.before_s = {6.1, 6.08};
  report.outcome.after_s = {3.22, 3.24};
  report.outcome.checks = {{"stdout", Check::Result::kIdentical, ""}};
  report.outcome.diff = "--- a/main.py\n+++ b/main.py\n@@ -1 +1 @@\n-<a>\n+b\n";
  return report;
}

/// Its loop is offered on tests alone.
Report tested_sample() {
  Report report = sample();
  Hotspot& hot = report.hotspots[0];
  hot.evidence = {{"isolation-test", "12 iterations", {}},
                  {"order-test", "16 iterations", {}}};
  hot.assumptions = {{"assumed-harmless",
                      "assumes that `f(x)` on line 22 changes nothing",
                      {{"main.py", 22, 22}}}};
  return report;
}

TEST(Reports, ShowWhatTheProbeMeasured) {
  Report report = sample();
  report.hotspots[0].loop.measure = advisor::LoopMeasure{16, 0.0125, 5, 28, 0};
  auto hot = nlohmann::json::parse(report_json(report))["hotspots"];
  EXPECT_EQ(hot[0]["measure"]["seconds_per_iteration"], 0.0125);
  EXPECT_TRUE(hot[1]["measure"].is_null());
  TerminalStyle style;
  style.explain = true;
  EXPECT_NE(terminal_summary(report, style)
                .find("16 iterations probed: 12.5 ms each, 5 bytes in, 28 "
                      "bytes out"),
            std::string::npos);
}

TEST(Reports, MarkWhatIsTestedAndNotProven) {
  const std::string mark =
      "tested, not proven: assumes that `f(x)` on line 22 changes nothing";
  const Report report = tested_sample();
  EXPECT_NE(terminal_summary(report, {}).find(mark), std::string::npos);
  EXPECT_NE(html_report(report).find(mark), std::string::npos);
  const std::string markdown = markdown_report(report);
  EXPECT_NE(markdown.find("(tested, not proven)"), std::string::npos);
  EXPECT_NE(markdown.find("tested, not proven: assumes that"),
            std::string::npos);
  auto hot = nlohmann::json::parse(report_json(report))["hotspots"][0];
  EXPECT_EQ(hot["evidence"],
            (std::vector<std::string>{"isolation-test", "order-test"}));
  EXPECT_EQ(hot["assumptions"][0]["id"], "assumed-harmless");
  EXPECT_EQ(terminal_summary(sample(), {}).find("not proven"),
            std::string::npos);
}

TEST(ReportJson, HasTheContractsMembers) {
  auto json = nlohmann::json::parse(report_json(sample()));
  EXPECT_EQ(json["schema"], "pyprof-parallel/run");
  EXPECT_EQ(json["schema_version"], 1);
  EXPECT_EQ(json["target"]["command"],
            (std::vector<std::string>{"main.py", "120"}));
  EXPECT_EQ(json["machine"]["cpus"], 2);
  EXPECT_EQ(json["profile"]["samples"], 6104);
  const auto& hot = json["hotspots"][0];
  EXPECT_EQ(hot["decision"], "candidate");
  EXPECT_EQ(hot["class"], "cpu-python");
  EXPECT_EQ(hot["proposals"][0]["result"], "accepted");
  const auto& cold = json["hotspots"][1];
  EXPECT_EQ(cold["decision"], "declined");
  EXPECT_EQ(cold["class"], "io-network");
  EXPECT_EQ(cold["reasons"][0]["spans"][0]["line"], 12);
  EXPECT_EQ(cold["reasons"][1]["subject"], "x");
  EXPECT_EQ(cold["reasons"][1]["remedy"], "an entry for `x`");
  EXPECT_EQ(cold["potential_speedup"], 1.7);
  EXPECT_EQ(json["outcome"]["status"], "faster");
  EXPECT_EQ(json["outcome"]["strategy"], "process-pool");
  EXPECT_EQ(json["outcome"]["predicted_speedup"], 1.92);
  EXPECT_EQ(json["outcome"]["speedup"]["ci95"],
            (std::vector<double>{1.84, 1.93}));
  EXPECT_EQ(json["outcome"]["checks"][0]["result"], "identical");
}

TEST(ReportJson, BytesThatAreNotUtf8DoNotStopIt) {
  Report report = sample();
  report.outcome.why = "printed \xff\xfe";
  EXPECT_FALSE(nlohmann::json::parse(report_json(report)).is_discarded());
}

TEST(ReportJson, IsReadBackAsItWasWritten) {
  Report report = tested_sample();
  report.notes = {"a note"};
  report.isolation = "namespaces";
  report.outcome.before_memory = 1000;
  report.outcome.strategies = {"process-pool", "thread-pool"};
  report.outcome.assurances = {{"workers-bounded", "worker count bounded",
                                Assurance::Result::kPass, "2 workers"}};
  Hotspot& hot = report.hotspots[0];
  hot.loop.kind = advisor::LoopKind::kSequence;
  hot.loop.inside = {{"main.py", 3, 40}};
  hot.loop.measure = {16, 0.25, 5, 28, 100};
  hot.loop.iterations = 120;
  hot.loop.entries = 1.5;
  hot.loop.cost.wall_s = 5.9;
  hot.loop.cost.wait_s[2] = 0.5;
  report.profile.threads = {{7, true}};
  report.profile.frames = {{"main.py", "main", 22, 20},
                           {"main.py", "work", 9, 5}};
  report.profile.stacks = {{0, {0, 1}, 100, hot.loop.cost}};

  auto read = report_from_json(report_json(report));
  ASSERT_TRUE(read.ok()) << read.error().what;
  EXPECT_EQ(read->hotspots, report.hotspots);
  EXPECT_EQ(read->outcome, report.outcome);
  EXPECT_EQ(read->machine, report.machine);
  EXPECT_EQ(read->notes, report.notes);
  EXPECT_EQ(terminal_summary(*read, {.explain = true}),
            terminal_summary(report, {.explain = true}));
  EXPECT_EQ(markdown_report(*read), markdown_report(report));
  EXPECT_EQ(html_report(*read), html_report(report));
}

TEST(ReportJson, NothingElseIsRead) {
  nlohmann::json good = nlohmann::json::parse(report_json(sample()));
  for (const char* member : {"schema", "hotspots", "outcome", "profile"}) {
    nlohmann::json bad = good;
    bad.erase(member);
    EXPECT_FALSE(report_from_json(bad.dump()).ok()) << member;
  }
  nlohmann::json bad = good;
  bad["hotspots"][1]["reasons"].clear();
  EXPECT_FALSE(report_from_json(bad.dump()).ok());
  bad = good;
  bad["outcome"]["status"] = "quick";
  EXPECT_NE(report_from_json(bad.dump()).error().what.find("quick"),
            std::string::npos);
  EXPECT_FALSE(report_from_json("{").ok());
  EXPECT_FALSE(report_from_json("[]").ok());
}

TEST(ReportJson, StagesShowOnlyWhatTheyKnow) {
  auto advice = nlohmann::json::parse(advice_json(sample(), {}));
  EXPECT_TRUE(advice.contains("hotspots"));
  EXPECT_FALSE(advice.contains("outcome"));
  auto outcome = nlohmann::json::parse(outcome_json(sample()));
  EXPECT_TRUE(outcome.contains("outcome"));
  EXPECT_FALSE(outcome.contains("hotspots"));
}

TEST(Terminal, TellsTheStoryWithoutColour) {
  std::string text = terminal_summary(
      sample(), {.patch_path = "main.py.parallel.diff", .version = "1"});
  EXPECT_EQ(text.find('\033'), std::string::npos);
  for (const char* part :
       {"main.py:22-23", "97 %", "measured 1.89× (1.84 to 1.93)",
        "appends to `seen`", "+1 more, see --explain",
        "1.89× faster (95 % interval 1.84 to 1.93, 5 pairs): 6.09 s to 3.23 s",
        "patch -p1 < main.py.parallel.diff"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
}

TEST(Words, ASharePrintsAsItDoesReadAgain) {
  EXPECT_EQ(percent(0.92500003), "93 %");
  EXPECT_EQ(percent(0.925), "93 %");  // as a report holds both
  EXPECT_EQ(percent(0.92499997), "93 %");
  EXPECT_EQ(percent(0), "0 %");
}

TEST(Terminal, ExplainGivesEveryReason) {
  std::string text = terminal_summary(sample(), {.explain = true});
  EXPECT_NE(text.find("calls `x`"), std::string::npos);
  EXPECT_NE(text.find("no iteration writes what another reads"),
            std::string::npos);
}

TEST(Terminal, ExplainSaysWhatWouldHelpAndWhatItWouldGain) {
  std::string text = terminal_summary(sample(), {.explain = true});
  EXPECT_NE(text.find("→ an entry for `x`"), std::string::npos) << text;
  EXPECT_NE(text.find("up to 1.70× as fast"), std::string::npos) << text;
  EXPECT_EQ(terminal_summary(sample(), {}).find("an entry for"),
            std::string::npos);
}

TEST(Terminal, APatchThatWasNotWrittenIsNotMentioned) {
  EXPECT_EQ(terminal_summary(sample(), {}).find("Patch"), std::string::npos);
}

TEST(Terminal, TheBestPredictionTellsWhyNothingWasTried) {
  Report report = sample();
  report.hotspots[0].proposals = {
      {"process-pool", 1.05, Proposal::Result::kNotTried, "too little", {}},
      {"thread-pool", 0, Proposal::Result::kNotTried, "does not fit", {}}};
  std::string text = terminal_summary(report, {});
  EXPECT_NE(text.find("process-pool: not tried: too little"),
            std::string::npos);
  EXPECT_EQ(text.find("does not fit"), std::string::npos);
}

TEST(Terminal, ColourOnlyWhenAsked) {
  EXPECT_NE(terminal_summary(sample(), {.colour = true}).find("\033["),
            std::string::npos);
}

TEST(Html, EscapesTheUsersText) {
  std::string page = html_report(sample());
  EXPECT_NE(page.find("&lt;now&gt;"), std::string::npos);
  EXPECT_EQ(page.find("<now>"), std::string::npos);
  EXPECT_EQ(page.find("http"), std::string::npos);
}

TEST(Terminal, TellsWhereOnALine) {
  profiler::Profile profile;
  profile.threads = {{100, true}};
  profile.frames = {{"main.py", "work", 9, 8}, {"main.py", "work", 12, 8}};
  profiler::Cost cost;
  cost.wall_s = cost.cpu_s = cost.python_s = 1;
  profile.stacks = {{0, {0}, 1000, cost}, {0, {1}, 1000, cost}};
  profile.expressions = {{"main.py", 9, {4, 9, 5}, 0.1, 0.1},
                         {"main.py", 9, {8, 9, 14}, 0.3, 0.3},
                         {"main.py", 9, {16, 10, 22}, 0.6, 0.6},
                         {"main.py", 12, {0, 12, 5}, 0.1, 0.1},
                         {"main.py", 12, {6, 12, 10}, 0.9, 0.9}};
  const std::string text = terminal_profile(profile, {});
  EXPECT_NE(text.find("15 %    columns 9–14"), std::string::npos) << text;
  EXPECT_NE(text.find("30 %    column 17 to line 10"), std::string::npos);
  EXPECT_EQ(text.find("columns 5"), std::string::npos);  // too little
  EXPECT_EQ(text.find("columns 7"), std::string::npos);  // all there is
}

TEST(Terminal, TellsWhichAwaitsWait) {
  profiler::Profile profile;
  profile.python = "3.14.1";
  profile.frames = {{"main.py", "main", 9, 8},
                    {"/lib/python3.14/asyncio/tasks.py", "sleep", 700, 690},
                    {"main.py", "work", 12, 11}};
  profile.tasks.told = true;
  profile.tasks.idle_s = 4;
  profile.tasks.untold_s = 0.5;
  profile.tasks.costs = {{"re\nader", "main.py", "work", 11, 0.5, 0.25}};
  profile.tasks.awaits = {{{2, 1}, 8, 5}, {{0, 2, 1}, 1, 1}, {{0}, 2, 1}};
  std::string text = terminal_profile(profile, {});
  EXPECT_NE(text.find("9.00 s  main.py:12  work  5 tasks at once or more"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("2.00 s  main.py:9  main  1 task at once\n"),
            std::string::npos);
  EXPECT_NE(text.find("main.py:11  work “re ader”, 0.25 s of it asleep"),
            std::string::npos);
  EXPECT_NE(
      text.find("waited for 4.00 s; its tasks could not be read for 0.50"),
      std::string::npos);
  profile.tasks = {};
  EXPECT_EQ(terminal_profile(profile, {}).find("event loop"),
            std::string::npos);
  profile.frames.push_back({"/lib/python3.14/asyncio/base_events.py",
                            "BaseEventLoop.run_forever", 600, 1});
  EXPECT_NE(terminal_profile(profile, {}).find("not told apart"),
            std::string::npos);
}

TEST(Terminal, TellsNativeFunctions) {
  profiler::Profile profile;
  profile.threads = {{100, true}};
  profile.frames = {{"main.py", "work", 9, 8}};
  profiler::Cost cost;
  cost.wall_s = cost.cpu_s = cost.native_s = 1;
  profile.stacks = {{0, {0}, 1000, cost}};
  EXPECT_EQ(terminal_profile(profile, {}).find("native stacks"),
            std::string::npos);
  profiler::NativeCosts& native = profile.native;
  native.asked = true;
  EXPECT_NE(terminal_profile(profile, {}).find("no native stacks were taken"),
            std::string::npos);
  native.joined = 100;
  native.functions = {{"deflate", "libz", false}, {"crc32", "libz", false}};
  native.stacks = {{"main.py", 9, "work", {0}, 96},
                   {"main.py", 9, "work", {1}, 4}};
  native.no_line = 3;
  native.not_unwound = 2;
  std::string text = terminal_profile(profile, {});
  EXPECT_NE(text.find("\n        →  96 %  deflate (libz)\n"), std::string::npos)
      << text;
  EXPECT_EQ(text.find("crc32"), std::string::npos);  // too little
  EXPECT_NE(text.find("CPU time, from 100 native stacks; of 5 more the line is "
                      "not known (3 did not show it, 2 did not lead back"),
            std::string::npos);
  TerminalStyle all;
  all.explain = true;
  EXPECT_NE(terminal_profile(profile, all).find("→   4 %  crc32 (libz)"),
            std::string::npos);
  native = {};
  native.asked = true;
  native.refused = "perf_event_open is refused: no";
  text = terminal_profile(profile, {});
  EXPECT_NE(text.find("native stacks are missing: perf_event_open is refused"),
            std::string::npos);
  EXPECT_NE(text.find("main.py:9"), std::string::npos);
}

TEST(Markdown, KeepsTablesWhole) {
  std::string text = markdown_report(sample());
  EXPECT_NE(text.find("a\\|b.py:12"), std::string::npos);
  EXPECT_NE(text.find("```diff\n--- a/main.py"), std::string::npos);
}

TEST(Words, ShellWordQuotesOnlyWhereNeeded) {
  EXPECT_EQ(shell_word("a.py"), "a.py");
  EXPECT_EQ(shell_word("a b"), "'a b'");
  EXPECT_EQ(shell_word("it's"), "'it'\\''s'");
  EXPECT_EQ(shell_word(""), "''");
}

}  // namespace
}  // namespace ppp::harness
