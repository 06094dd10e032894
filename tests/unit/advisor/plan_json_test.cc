// SPDX-License-Identifier: Apache-2.0
#include "advisor/plan_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace ppp::advisor {
namespace {

using nlohmann::json;

HotLoop full_loop() {
  HotLoop loop;
  loop.span = {"pkg/main.py", 22, 23};
  loop.range = {410, 487};
  loop.kind = LoopKind::kDictComprehension;
  loop.function = "Model.fit";
  loop.time_class = TimeClass::kIoSleep;
  loop.share = 0.1 + 0.2;
  loop.cost = {6.25,  5.5,   4.125,
               1.375, 0.125, {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7}};
  loop.entries = 2.5;
  loop.iterations = 1'000;
  loop.measure = LoopMeasure{20, 0.0125, 28, 1'000'000.5, 4'096};
  loop.inside = {{"main.py", 3, 40}, {"pkg/run.py", 7, 9}};
  return loop;
}

Kernel full_kernel() {
  const KernelExpr i = {
      KernelExpr::Kind::kName, "i", NumberType::kInteger, 1, {}};
  Kernel kernel;
  kernel.inputs = {
      {"xs", KernelInput::Kind::kRows, NumberType::kFlag, true, false},
      {"a", KernelInput::Kind::kArray, NumberType::kNumber, true, true}};
  kernel.inputs[1].array_axes = 2;
  kernel.inputs[1].of_date = "days";
  kernel.inputs[1].minus = "day";
  kernel.loop = {"i", {"", 1, {}}, {"len(xs)", -1, {"xs"}}, 0, "for", {"ys"}};
  kernel.loop.turns = true;
  KernelStep step;
  step.kind = KernelStep::Kind::kStore;
  step.name = "xs";
  step.value = {
      KernelExpr::Kind::kOperation, "+", NumberType::kFloat, 3, {i, i}};
  step.at = {i};
  step.loop = kernel.loop;
  step.body = {KernelStep{}};
  step.otherwise = {KernelStep{}, KernelStep{}};
  kernel.steps = {step};
  kernel.comprehension = true;
  kernel.columns = true;
  kernel.apart = {{"xs", "größe"}};
  kernel.bits = 31;
  kernel.in_order = true;
  kernel.results = {"total"};
  kernel.changed = {"xs"};
  return kernel;
}

Candidate full_candidate() {
  Candidate candidate;
  candidate.loop = full_loop();
  candidate.work.expression = ByteRange{420, 431};
  candidate.work.statements = {{432, 440}, {441, 450}};
  candidate.work.guards = {{{410, 415}, true}, {{416, 419}, false}};
  candidate.work.items = {"key", "größe"};
  candidate.work.captures = {{"a", Capture::Kind::kGlobal},
                             {"b", Capture::Kind::kSmall},
                             {"c", Capture::Kind::kObject},
                             {"d", Capture::Kind::kSelf}};
  candidate.work.results = {"row"};
  candidate.work.most_workers = 16;
  candidate.work.per_worker = {{"self",
                                "conn",
                                true,
                                ByteRange{300, 340},
                                "connect(DSN)",
                                "check_same_thread=False",
                                {{350, 380}},
                                PerWorker::Close::kClosing,
                                true,
                                {{120, 124}}}};
  candidate.work.leads = true;
  candidate.work.begins_statement = true;
  candidate.work.caught = true;
  candidate.work.repeatable = true;
  candidate.work.plain_call = true;
  candidate.work.found_ahead = true;
  candidate.early_exit = EarlyExit{{{"main.py", 14, 14}}, true};
  candidate.counter = Counter{"key", "größe + 1", "2"};
  candidate.work_share = 0.75;
  candidate.work.bulky = true;
  candidate.split = {{{10, 12}, "return data\n"}, {{40, 40}, ")"}};
  candidate.work_is_condition = true;
  candidate.target_used_elsewhere = {"key"};
  candidate.source_repeatable = true;
  candidate.source_sized = true;
  candidate.sliceable = candidate.in_slices = candidate.in_rows = true;
  candidate.appends_to = "rows";
  candidate.pool_around = ByteRange{150, 700};
  candidate.process_obstacles = {{"pickle", "`f` is a lambda", {}}};
  candidate.kernel = full_kernel();
  candidate.kernel_obstacles = {{"carried-value", "`s`", {}}};
  candidate.ordered_kernel = full_kernel();
  candidate.ordered_obstacles = {{"numba-differs", "`exp`", {}}};
  candidate.work_obstacles = {{"no-work", "nothing", {}}};
  candidate.thread_obstacles = {{"gil", "runs bytecode", {{"a.py", 1, 1}}}};
  candidate.task_obstacles = {{"other-tasks", "runs", {{"a.py", 2, 2}}}};
  candidate.fork_obstacles = {{"threads-alive", "ran threads", {}}};
  candidate.reimport.needs = {{"TABLE", Reimport::Need::Kind::kValue}};
  candidate.reimport.obstacles = {{"state-changed", "sets `C.x`", {}}};
  candidate.interpreter_obstacles = {{"needs-script", "`f`", {}}};
  candidate.evidence = {{"static-proof", "writes nothing", {{"b.py", 2, 3}}}};
  candidate.assumptions = {{"assumed", "assumes `f(x)`", {{"b.py", 2, 2}}}};
  candidate.assumptions[0].assumption = "assumes `g(x)`";
  return candidate;
}

Plan full_plan() {
  Plan plan;
  plan.candidates = {full_candidate(), Candidate{}};
  plan.declines = {
      {full_loop(),
       {{"writes-shared-state", "appends to `seen`", {{"main.py", 12, 12}}}},
       full_candidate()},
      {full_loop(), {{"while-loop", "a `while` loop", {}}}, std::nullopt}};
  plan.clock.reads_clock = true;
  plan.clock.steers = Reason{"clock-steers", "`t`", {{"main.py", 5, 5}}};
  plan.clock.outputs = {
      {{"main.py", 9, 10}, {"", " took ", " s\n"}, {false, true}, true}};
  plan.clock.log_files = {"app.log"};
  plan.sources = {{"/home/me/main.py", "main.py", 0xfedcba9876543210ULL},
                  {"/home/me/pkg/\"odd\"\n.py", "pkg/odd.py", 1}};
  return plan;
}

json full_json() { return json::parse(plan_to_json(full_plan())); }

TEST(PlanJson, RoundTripKeepsEveryField) {
  Plan plan = full_plan();
  Result<Plan> read = plan_from_json(plan_to_json(plan));
  ASSERT_TRUE(read.ok()) << read.error().what;
  EXPECT_EQ(*read, plan);
}

TEST(PlanJson, RoundTripOfEmptyPlan) {
  Result<Plan> read = plan_from_json(plan_to_json({}));
  ASSERT_TRUE(read.ok()) << read.error().what;
  EXPECT_EQ(*read, Plan{});
}

TEST(PlanJson, EveryNameReadsBack) {
  for (int i = 0; i <= static_cast<int>(TimeClass::kMixed); ++i) {
    Plan plan = full_plan();
    plan.candidates[0].loop.time_class = static_cast<TimeClass>(i);
    EXPECT_EQ(*plan_from_json(plan_to_json(plan)), plan);
  }
  for (int i = 0; i <= static_cast<int>(LoopKind::kSequence); ++i) {
    Plan plan = full_plan();
    plan.candidates[0].loop.kind = static_cast<LoopKind>(i);
    EXPECT_EQ(*plan_from_json(plan_to_json(plan)), plan);
  }
}

TEST(PlanJson, UsesTheContractsNames) {
  json plan = full_json();
  EXPECT_EQ(plan["schema"], "pyprof-parallel/plan");
  EXPECT_EQ(plan["schema_version"], 1);
  const json& decline = plan["declines"][0];
  EXPECT_EQ(decline["file"], "pkg/main.py");
  EXPECT_EQ(decline["line"], 22);
  EXPECT_EQ(decline["end_line"], 23);
  EXPECT_EQ(decline["class"], "io-sleep");
  EXPECT_EQ(decline["reasons"][0]["id"], "writes-shared-state");
  EXPECT_EQ(decline["reasons"][0]["spans"][0]["line"], 12);
  EXPECT_EQ(time_class_name(TimeClass::kCpuNative), "cpu-native");
  EXPECT_EQ(loop_kind_name(LoopKind::kFor), "for");
}

TEST(PlanJson, WritesJsonForNamesThatAreNotUtf8) {
  Plan plan;
  plan.sources = {{"/tmp/\xff.py", "\xff.py", 0}};
  EXPECT_TRUE(plan_from_json(plan_to_json(plan)).ok());
}

TEST(PlanJson, RefusesWhatIsNotAPlan) {
  for (const char* text :
       {"", "garbage", "[]", "null", "1", "{}", "{\"schema\": 1}", "\xff\xfe",
        "{\"schema\": \"pyprof-parallel/run\", \"schema_version\": 1}",
        "{\"schema\": \"pyprof-parallel/plan\"}",
        "{\"schema\": \"pyprof-parallel/plan\", \"schema_version\": 1}"}) {
    Result<Plan> read = plan_from_json(text);
    ASSERT_FALSE(read.ok()) << text;
    EXPECT_EQ(read.error().kind, Error::Kind::kUsage);
    EXPECT_NE(read.error().hint, "");
  }
}

TEST(PlanJson, RefusesOtherVersions) {
  for (const json& version : {json(2), json(0), json("1"), json(nullptr)}) {
    json plan = full_json();
    plan["schema_version"] = version;
    EXPECT_FALSE(plan_from_json(plan.dump()).ok()) << version;
  }
}

// Any one value of the tree replaced by one of another type is refused.
void refuse_each(json& root, json& at, const json& wrong) {
  if (at.is_structured()) {
    for (auto& item : at) refuse_each(root, item, wrong);
  }
  if (&at == &root || at.type() == wrong.type()) return;
  json kept = std::exchange(at, wrong);
  bool optional = kept.is_object() && wrong.is_null();
  bool number = kept.is_number() && wrong.is_number();
  if (!optional && !number) {
    EXPECT_FALSE(plan_from_json(root.dump()).ok())
        << kept << " replaced by " << wrong;
  }
  at = kept;
}

TEST(PlanJson, RefusesWrongTypesEverywhere) {
  Plan plan = full_plan();
  plan.candidates.pop_back();
  json root = json::parse(plan_to_json(plan));
  for (const json& wrong : {json("text"), json::object()}) {
    refuse_each(root, root, wrong);
  }
}

TEST(PlanJson, RefusesMissingFieldsAndWrongNumbers) {
  const json base = full_json();
  json plan = base;
  plan["candidates"][0].erase("share");
  EXPECT_FALSE(plan_from_json(plan.dump()).ok());
  for (const json& line :
       {json(1.5), json(1e99), json(3000000000U), json(-3000000000LL)}) {
    plan = base;
    plan["candidates"][0]["line"] = line;
    EXPECT_FALSE(plan_from_json(plan.dump()).ok()) << line;
  }
  plan = base;
  plan["candidates"][0]["bytes"]["begin"] = -1;
  EXPECT_FALSE(plan_from_json(plan.dump()).ok());
  plan = base;
  plan["declines"][0]["class"] = "io-coffee";
  EXPECT_FALSE(plan_from_json(plan.dump()).ok());
  plan = base;
  plan["declines"][0]["reasons"] = json::array();
  EXPECT_FALSE(plan_from_json(plan.dump()).ok());
  plan = base;
  plan["sources"][0]["xxh3"] = "12g";
  EXPECT_FALSE(plan_from_json(plan.dump()).ok());
  plan = base;
  plan["clock"]["outputs"][0]["clock_holes"] = json::array();
  EXPECT_FALSE(plan_from_json(plan.dump()).ok());
}

TEST(PlanJson, IgnoresUnknownFields) {
  json plan = full_json();
  plan["added_later"] = 1;
  plan["candidates"][0]["added_later"] = {{"x", 1}};
  EXPECT_EQ(*plan_from_json(plan.dump()), full_plan());
}

}  // namespace
}  // namespace ppp::advisor
