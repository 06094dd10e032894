// SPDX-License-Identifier: Apache-2.0
#include "profiler/profile_json.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace ppp::profiler {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, kWaitCount> kWaitNames = {
    "network", "disk", "sleep", "lock", "child", "gil", "other"};

void put_cost(Json& json, const Cost& cost) {
  json["wall_s"] = cost.wall_s;
  json["cpu_s"] = cost.cpu_s;
  json["python_s"] = cost.python_s;
  json["native_s"] = cost.native_s;
  json["nogil_s"] = cost.nogil_s;
  Json& waits = json["wait_s"] = Json::object();
  for (std::size_t i = 0; i < kWaitNames.size(); ++i) {
    waits[std::string(kWaitNames[i])] = cost.wait_s[i];
  }
}

Cost get_cost(const Json& json) {
  Cost cost;
  cost.wall_s = json.at("wall_s");
  cost.cpu_s = json.at("cpu_s");
  cost.python_s = json.at("python_s");
  cost.native_s = json.at("native_s");
  cost.nogil_s = json.value("nogil_s", 0.0);  // absent in older files
  for (std::size_t i = 0; i < kWaitNames.size(); ++i) {
    cost.wait_s[i] = json.at("wait_s").at(std::string(kWaitNames[i]));
  }
  return cost;
}

Json expression_json(const ExpressionCost& expression) {
  return {{"col_offset", expression.columns.begin},
          {"end_line", expression.columns.end_line},
          {"end_col_offset", expression.columns.end},
          {"self_s", expression.self_s},
          {"total_s", expression.total_s}};
}

Json lines_of(const Profile& profile) {
  std::map<std::pair<std::string, int>, Json> expressions;
  for (const ExpressionCost& expression : profile.expressions) {
    expressions[{expression.file, expression.line}].push_back(
        expression_json(expression));
  }
  Json lines = Json::array();
  for (const LineCost& line : line_costs(profile)) {
    Json json = {{"file", line.file}, {"line", line.line}};
    put_cost(json, line.self);
    json["total_s"] = line.total_s;
    const auto found = expressions.find({line.file, line.line});
    if (found != expressions.end()) {
      json["expressions"] = std::move(found->second);
    }
    lines.push_back(std::move(json));
  }
  return lines;
}

Json stacks_of(const Profile& profile) {
  Json stacks = Json::array();
  for (const Stack& stack : profile.stacks) {
    Json json = {{"thread", stack.thread},
                 {"frames", stack.frames},
                 {"samples", stack.samples}};
    put_cost(json, stack.cost);
    stacks.push_back(std::move(json));
  }
  return stacks;
}

Json loops_of(const Profile& profile) {
  Json loops = Json::array();
  for (const LoopFact& loop : profile.loops) {
    loops.push_back({{"file", loop.file},
                     {"function", loop.function},
                     {"line", loop.line},
                     {"source", loop.source},
                     {"looks", loop.looks},
                     {"entries", loop.entries},
                     {"iterations", loop.iterations},
                     {"per_entry", loop.per_entry},
                     {"per_second", loop.per_second},
                     {"wall_s", loop.wall_s}});
  }
  return loops;
}

Json tasks_of(const Tasks& tasks) {
  Json json = {{"told", tasks.told},         {"idle_s", tasks.idle_s},
               {"untold_s", tasks.untold_s}, {"cut_s", tasks.cut_s},
               {"unread_s", tasks.unread_s}, {"most", tasks.most}};
  Json& costs = json["running"] = Json::array();
  for (const TaskCost& cost : tasks.costs) {
    costs.push_back({{"name", cost.name},
                     {"file", cost.file},
                     {"function", cost.function},
                     {"first_line", cost.first_line},
                     {"running_s", cost.running_s},
                     {"blocked_s", cost.blocked_s}});
  }
  Json& awaits = json["awaits"] = Json::array();
  for (const AwaitCost& cost : tasks.awaits) {
    awaits.push_back({{"frames", cost.frames},
                      {"wall_s", cost.wall_s},
                      {"most", cost.most}});
  }
  return json;
}

Json native_of(const NativeCosts& native) {
  Json json = {
      {"refused", native.refused},         {"rate_hz", native.rate_hz},
      {"kernel", native.kernel},           {"joined", native.joined},
      {"no_room", native.no_room},         {"far", native.far},
      {"not_unwound", native.not_unwound}, {"no_line", native.no_line}};
  Json& functions = json["functions"] = Json::array();
  for (const NativeFunction& function : native.functions) {
    functions.push_back({{"name", function.name},
                         {"library", function.library},
                         {"interpreter", function.interpreter}});
  }
  Json& stacks = json["stacks"] = Json::array();
  for (const NativeStack& stack : native.stacks) {
    stacks.push_back({{"file", stack.file},
                      {"line", stack.line},
                      {"function", stack.function},
                      {"functions", stack.functions},
                      {"samples", stack.samples}});
  }
  return json;
}

void get_native(const Json& json, NativeCosts& native) {
  if (!json.contains("native")) return;  // not asked for, or an older file
  const Json& from = json.at("native");
  native.asked = true;
  native.refused = from.at("refused");
  native.rate_hz = from.at("rate_hz");
  native.kernel = from.at("kernel");
  native.joined = from.at("joined");
  native.no_room = from.at("no_room");
  native.far = from.at("far");
  native.not_unwound = from.at("not_unwound");
  native.no_line = from.at("no_line");
  for (const Json& item : from.at("functions")) {
    native.functions.push_back(
        {item.at("name"), item.at("library"), item.at("interpreter")});
  }
  for (const Json& item : from.at("stacks")) {
    native.stacks.push_back(
        {item.at("file"), item.at("line"), item.at("function"),
         item.at("functions").get<std::vector<int>>(), item.at("samples")});
  }
}

void get_tasks(const Json& json, Tasks& tasks) {
  if (!json.contains("tasks")) return;  // written before there were any
  const Json& from = json.at("tasks");
  tasks.told = from.at("told");
  tasks.idle_s = from.at("idle_s");
  tasks.untold_s = from.at("untold_s");
  tasks.cut_s = from.at("cut_s");
  tasks.unread_s = from.at("unread_s");
  tasks.most = from.at("most");
  for (const Json& cost : from.at("running")) {
    tasks.costs.push_back({cost.at("name"), cost.at("file"),
                           cost.at("function"), cost.at("first_line"),
                           cost.at("running_s"), cost.at("blocked_s")});
  }
  for (const Json& cost : from.at("awaits")) {
    tasks.awaits.push_back({cost.at("frames").get<std::vector<int>>(),
                            cost.at("wall_s"), cost.at("most")});
  }
}

LoopFact get_loop(const Json& json) {
  LoopFact loop;
  loop.file = json.at("file");
  loop.function = json.at("function");
  loop.line = json.at("line");
  loop.source = json.at("source");
  loop.looks = json.at("looks");
  loop.entries = json.at("entries");
  loop.iterations = json.at("iterations");
  loop.per_entry = json.at("per_entry");
  loop.per_second = json.at("per_second");
  loop.wall_s = json.at("wall_s");
  return loop;
}

Origin get_origin(const Json& json) {
  if (!json.contains("origin")) return {};
  const Json& origin = json.at("origin");
  const std::string unit = origin.at("unit");
  return {origin.at("format"), unit == "samples",
          !origin.at("lines").get<bool>()};
}

void get_loops(const Json& json, Profile& profile) {
  if (!json.contains("loops")) return;  // written before there were any
  for (const Json& loop : json.at("loops")) {
    profile.loops.push_back(get_loop(loop));
  }
}

void get_expressions(const Json& json, Profile& profile) {
  if (!json.contains("lines")) return;
  for (const Json& line : json.at("lines")) {
    if (!line.contains("expressions")) continue;
    for (const Json& item : line.at("expressions")) {
      profile.expressions.push_back(
          {line.at("file"),
           line.at("line"),
           {item.at("col_offset"), item.at("end_line"),
            item.at("end_col_offset")},
           item.at("self_s"),
           item.at("total_s")});
    }
  }
  std::ranges::stable_sort(profile.expressions, {}, [](const auto& e) {
    return std::tie(e.file, e.line, e.columns);
  });
}

void get_lists(const Json& json, Profile& profile) {
  for (const Json& thread : json.at("threads")) {
    profile.threads.push_back({thread.at("native_id"), thread.at("main")});
  }
  for (const Json& frame : json.at("frames")) {
    profile.frames.push_back({frame.at("file"), frame.at("function"),
                              frame.at("line"), frame.at("first_line")});
  }
  for (const Json& item : json.at("stacks")) {
    Stack stack;
    stack.thread = item.at("thread");
    stack.frames = item.at("frames").get<std::vector<int>>();
    stack.samples = item.at("samples");
    stack.cost = get_cost(item);
    profile.stacks.push_back(std::move(stack));
  }
  get_tasks(json, profile.tasks);
  get_native(json, profile.native);
}

void get_lines(const Json& json, Profile& profile) {
  for (const Json& line : json.at("lines")) {
    profile.frames.push_back({line.at("file"), "", line.at("line"), 0});
    const int frame = static_cast<int>(profile.frames.size()) - 1;
    profile.stacks.push_back({0, {frame}, 0, get_cost(line)});
  }
  if (!profile.stacks.empty()) profile.threads.push_back({0, true});
}

// A thousand a second for thirty years.
constexpr std::int64_t kMostSamples = 1'000'000'000'000;

// Indices and counts come from outside: every one is checked.
void check_numbers(const Profile& profile) {
  auto check = [](int index, std::size_t size) {
    if (index < 0 || static_cast<std::size_t>(index) >= size) {
      throw std::out_of_range("stacks: index " + std::to_string(index) +
                              " is out of range");
    }
  };
  for (const Stack& stack : profile.stacks) {
    check(stack.thread, profile.threads.size());
    if (stack.samples < 0 || stack.samples > kMostSamples) {
      throw std::out_of_range("stacks: " + std::to_string(stack.samples) +
                              " samples are not possible");
    }
    for (int frame : stack.frames) check(frame, profile.frames.size());
  }
  for (const AwaitCost& cost : profile.tasks.awaits) {
    for (int frame : cost.frames) check(frame, profile.frames.size());
  }
  for (const NativeStack& stack : profile.native.stacks) {
    if (stack.samples < 0 || stack.samples > kMostSamples) {
      throw std::out_of_range("native: " + std::to_string(stack.samples) +
                              " samples are not possible");
    }
    for (int function : stack.functions) {
      check(function, profile.native.functions.size());
    }
  }
}

using GetCosts = void (*)(const Json&, Profile&);

Profile process_from(const Json& json, GetCosts get_costs) {
  Profile profile;
  profile.command = json.at("command").get<std::vector<std::string>>();
  profile.executable = json.at("executable");
  profile.python = json.at("python");
  profile.pid = json.value("pid", 0);         // absent in older files
  profile.whole = json.value("whole", true);  // likewise
  profile.wall_s = json.at("wall_s");
  profile.cpu_s = json.at("cpu_s");
  profile.samples = json.at("samples");
  profile.rate_hz = json.at("rate_hz");
  profile.missed = json.at("missed");
  profile.errors = json.at("errors");
  profile.max_threads = json.at("max_threads");
  profile.origin = get_origin(json);
  get_loops(json, profile);
  get_costs(json, profile);
  get_expressions(json, profile);
  check_numbers(profile);
  return profile;
}

Profile parse(std::string_view text, GetCosts get_costs) {
  Json document = Json::parse(text);
  const Json& json =
      document.contains("profile") ? document.at("profile") : document;
  Profile profile = process_from(json, get_costs);
  profile.unsampled = json.value("unsampled", std::int64_t{0});
  if (!json.contains("processes")) return profile;  // an older file
  for (const Json& item : json.at("processes")) {
    Profile process = process_from(item, get_costs);
    process.parent = item.at("parent");
    process.started_s = item.at("started_s");
    profile.processes.push_back(std::move(process));
  }
  return profile;
}

Result<Profile> read(std::string_view text, GetCosts get_costs) {
  try {
    return parse(text, get_costs);
  } catch (const std::exception& error) {
    return Error{Error::Kind::kUsage,
                 std::string("not a profile: ") + error.what(),
                 "write one with `pyprof-parallel profile --json FILE`"};
  }
}

Json threads_of(const Profile& profile) {
  Json threads = Json::array();
  for (const Thread& thread : profile.threads) {
    threads.push_back({{"native_id", thread.native_id}, {"main", thread.main}});
  }
  return threads;
}

Json frames_of(const Profile& profile) {
  Json frames = Json::array();
  for (const Frame& frame : profile.frames) {
    frames.push_back({{"file", frame.file},
                      {"function", frame.function},
                      {"line", frame.line},
                      {"first_line", frame.first_line}});
  }
  return frames;
}

// All but the processes below it.
Json process_json(const Profile& profile) {
  Json json;
  json["command"] = profile.command;
  json["executable"] = profile.executable;
  json["python"] = profile.python;
  json["pid"] = profile.pid;
  json["whole"] = profile.whole;
  json["wall_s"] = profile.wall_s;
  json["cpu_s"] = profile.cpu_s;
  json["samples"] = profile.samples;
  json["rate_hz"] = profile.rate_hz;
  json["missed"] = profile.missed;
  json["errors"] = profile.errors;
  json["max_threads"] = profile.max_threads;
  if (const Origin& origin = profile.origin; !origin.format.empty()) {
    json["origin"] = {{"format", origin.format},
                      {"unit", origin.counts_samples ? "samples" : "seconds"},
                      {"lines", !origin.whole_functions}};
  }
  json["lines"] = lines_of(profile);
  json["loops"] = loops_of(profile);
  json["tasks"] = tasks_of(profile.tasks);
  if (profile.native.asked) json["native"] = native_of(profile.native);
  json["threads"] = threads_of(profile);
  json["frames"] = frames_of(profile);
  json["stacks"] = stacks_of(profile);
  return json;
}

}  // namespace

std::string_view wait_name(Wait wait) {
  return kWaitNames[static_cast<std::size_t>(wait)];
}

std::string profile_to_json(const Profile& profile) {
  Json json = process_json(profile);
  json["unsampled"] = profile.unsampled;
  Json& processes = json["processes"] = Json::array();
  for (const Profile& process : profile.processes) {
    Json item = process_json(process);
    item["parent"] = process.parent;
    item["started_s"] = process.started_s;
    processes.push_back(std::move(item));
  }
  // File names need not be UTF-8; JSON does.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Profile> profile_from_json(std::string_view text) {
  return read(text, get_lists);
}

Result<Profile> profile_summary_from_json(std::string_view text) {
  return read(text, get_lines);
}

}  // namespace ppp::profiler
