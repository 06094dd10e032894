// SPDX-License-Identifier: Apache-2.0
// run.json, read back.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "harness/report/report.h"
#include "profiler/profile_json.h"

namespace ppp::harness {
namespace {

using Json = nlohmann::ordered_json;

/// The value of that name. Throws like the JSON library, which is caught at
/// the edge. `last`: of the enumeration.
template <typename Enum>
Enum named(const Json& json, Enum last) {
  const auto text = json.get<std::string>();
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (name(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
  }
  throw std::invalid_argument("unknown value \"" + text + "\"");
}

/// A number, or 0 for null: not known.
template <typename Number>
Number known(const Json& json) {
  return json.is_null() ? Number{} : json.get<Number>();
}

Span span_of(const Json& json) {
  Span span;
  span.file = json.at("file");
  span.line = json.at("line");
  span.end_line = json.value("end_line", span.line);
  return span;
}

std::vector<Span> spans_of(const Json& json) {
  std::vector<Span> spans;
  for (const Json& span : json) spans.push_back(span_of(span));
  return spans;
}

std::vector<advisor::Reason> reasons_of(const Json& json) {
  std::vector<advisor::Reason> reasons;
  for (const Json& item : json) {
    advisor::Reason reason;
    reason.id = item.at("id");
    reason.message = item.at("message");
    reason.spans = spans_of(item.at("spans"));
    reason.subject = item.at("subject");
    reason.remedy = item.at("remedy");
    reason.assumption = item.at("assumption");
    reasons.push_back(std::move(reason));
  }
  return reasons;
}

profiler::Cost cost_of(const Json& json) {
  profiler::Cost cost;
  cost.wall_s = json.at("wall_s");
  cost.cpu_s = json.at("cpu_s");
  cost.python_s = json.at("python_s");
  cost.native_s = json.at("native_s");
  cost.nogil_s = json.at("nogil_s");
  for (std::size_t i = 0; i < cost.wait_s.size(); ++i) {
    std::string_view wait = profiler::wait_name(static_cast<profiler::Wait>(i));
    cost.wait_s[i] = json.at("wait_s").at(std::string(wait));
  }
  return cost;
}

Speedup speedup_of_json(const Json& json) {
  return {json.at("median"), json.at("ci95").at(0), json.at("ci95").at(1),
          json.at("pairs")};
}

std::optional<advisor::LoopMeasure> measure_of(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return advisor::LoopMeasure{
      json.at("sampled"), json.at("seconds_per_iteration"),
      json.at("item_bytes"), json.at("result_bytes"), json.at("capture_bytes")};
}

Proposal proposal_of(const Json& json) {
  Proposal proposal;
  proposal.strategy = json.at("strategy");
  proposal.predicted_speedup = json.at("predicted_speedup");
  proposal.result = named(json.at("result"), Proposal::Result::kNotTried);
  proposal.why = json.at("why");
  if (json.contains("speedup")) {
    proposal.measured = speedup_of_json(json.at("speedup"));
  }
  return proposal;
}

Hotspot hotspot_of(const Json& json) {
  Hotspot spot;
  advisor::HotLoop& loop = spot.loop;
  loop.span = span_of(json);
  loop.kind = named(json.at("kind"), advisor::LoopKind::kSequence);
  loop.function = json.at("function");
  loop.share = json.at("share");
  loop.time_class = named(json.at("class"), advisor::TimeClass::kUnknown);
  loop.cost = cost_of(json.at("cost"));
  loop.iterations = known<std::int64_t>(json.at("iterations"));
  loop.entries = known<double>(json.at("entries"));
  loop.measure = measure_of(json.at("measure"));
  if (json.contains("inside")) loop.inside = spans_of(json.at("inside"));
  spot.candidate = json.at("decision") == "candidate";
  spot.reasons = reasons_of(json.at("reasons"));
  if (!spot.candidate && spot.reasons.empty()) {
    throw std::invalid_argument("a loop is declined without a reason");
  }
  spot.potential_speedup = known<double>(json.at("potential_speedup"));
  spot.evidence = reasons_of(json.at("proof"));
  spot.assumptions = reasons_of(json.at("assumptions"));
  for (const Json& proposal : json.at("proposals")) {
    spot.proposals.push_back(proposal_of(proposal));
  }
  return spot;
}

std::vector<std::string> parts(const std::string& joined) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  while (begin < joined.size()) {
    const std::size_t end = std::min(joined.find(',', begin), joined.size());
    if (end > begin) out.push_back(joined.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

/// Statistics are made of them.
std::vector<double> run_times(const Json& json) {
  auto times = json.get<std::vector<double>>();
  for (double time : times) {
    if (!(time >= 0 && time < 1e9)) {
      throw std::invalid_argument("no run takes that long");
    }
  }
  return times;
}

Outcome outcome_of(const Json& json) {
  Outcome outcome;
  outcome.status = named(json.at("status"), Outcome::Status::kTargetFailed);
  outcome.why = json.at("why");
  outcome.strategies = parts(json.at("strategy"));
  outcome.predicted_speedup = known<double>(json.at("predicted_speedup"));
  outcome.speedup = speedup_of_json(json.at("speedup"));
  outcome.before_s = run_times(json.at("before_s"));
  outcome.after_s = run_times(json.at("after_s"));
  const Json& memory = json.at("peak_memory_bytes");
  outcome.before_memory = known<std::uint64_t>(memory.at("before"));
  outcome.after_memory = known<std::uint64_t>(memory.at("after"));
  for (const Json& check : json.at("checks")) {
    outcome.checks.push_back(
        {check.at("id"), named(check.at("result"), Check::Result::kNotChecked),
         check.at("detail")});
  }
  for (const Json& item : json.at("verification")) {
    outcome.assurances.push_back(
        {item.at("id"), item.value("title", item.at("id").get<std::string>()),
         named(item.at("result"), Assurance::Result::kNotChecked),
         item.at("detail")});
  }
  outcome.diff = json.at("patch");
  return outcome;
}

Machine machine_of(const Json& json) {
  Machine machine;
  machine.cpus = json.at("cpus");
  machine.cpu_model = json.at("cpu_model");
  machine.kernel = json.at("kernel");
  return machine;
}

Report read(const Json& json) {
  if (json.at("schema") != "pyprof-parallel/run" ||
      json.at("schema_version") != 1) {
    throw std::invalid_argument("not a report of version 1 of `run`");
  }
  Report report;
  report.machine = machine_of(json.at("machine"));
  report.workers = json.at("workers");
  for (const Json& spot : json.at("hotspots")) {
    report.hotspots.push_back(hotspot_of(spot));
  }
  report.outcome = outcome_of(json.at("outcome"));
  report.isolation = json.at("isolation");
  report.notes = json.at("notes").get<std::vector<std::string>>();
  return report;
}

}  // namespace

Result<Report> report_from_json(std::string_view text) {
  auto profile = profiler::profile_summary_from_json(text);
  try {
    Report report = read(Json::parse(text));
    if (!profile.ok()) return profile.error();
    report.profile = std::move(*profile);
    return report;
  } catch (const std::exception& error) {
    return Error{Error::Kind::kUsage,
                 std::string("not a report: ") + error.what(),
                 "write one with `pyprof-parallel run --json FILE script.py`"};
  }
}

Result<Report> profile_report_from_json(std::string_view text) {
  auto profile = profiler::profile_from_json(text);
  if (!profile.ok()) return profile.error();
  Report report;
  report.profile = std::move(*profile);
  try {
    report.machine = machine_of(Json::parse(text).at("machine"));
    return report;
  } catch (const std::exception& error) {
    return Error{Error::Kind::kUsage,
                 std::string("not a profile: ") + error.what(),
                 "write one with `pyprof-parallel profile --json FILE`"};
  }
}

}  // namespace ppp::harness
