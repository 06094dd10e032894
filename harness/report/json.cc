// SPDX-License-Identifier: Apache-2.0
// run.json and its parts. The key names are a contract: add, never rename.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "advisor/plan_json.h"
#include "harness/report/report.h"
#include "profiler/profile_json.h"

namespace ppp::harness {
namespace {

using Json = nlohmann::ordered_json;

/// Microseconds are enough for people and keep the file small. Numbers so large
/// that they have none stay.
double rounded(double seconds) {
  return std::abs(seconds) < 1e9 ? std::round(seconds * 1e6) / 1e6 : seconds;
}

Json list(const std::vector<double>& values) {
  Json out = Json::array();
  for (double value : values) out.push_back(rounded(value));
  return out;
}

Json span_json(const Span& span) {
  Json out = {{"file", span.file}, {"line", span.line}};
  if (span.end_line > span.line) out["end_line"] = span.end_line;
  return out;
}

Json spans_json(const std::vector<Span>& spans) {
  Json out = Json::array();
  for (const Span& span : spans) out.push_back(span_json(span));
  return out;
}

Json reasons_json(const std::vector<advisor::Reason>& reasons) {
  Json out = Json::array();
  for (const advisor::Reason& reason : reasons) {
    out.push_back({{"id", reason.id},
                   {"message", reason.message},
                   {"spans", spans_json(reason.spans)},
                   {"subject", reason.subject},
                   {"remedy", reason.remedy},
                   {"assumption", reason.assumption}});
  }
  return out;
}

Json cost_json(const profiler::Cost& cost) {
  Json waits = Json::object();
  for (std::size_t i = 0; i < cost.wait_s.size(); ++i) {
    std::string_view wait = profiler::wait_name(static_cast<profiler::Wait>(i));
    waits[std::string(wait)] = rounded(cost.wait_s[i]);
  }
  return {{"wall_s", rounded(cost.wall_s)},
          {"cpu_s", rounded(cost.cpu_s)},
          {"python_s", rounded(cost.python_s)},
          {"native_s", rounded(cost.native_s)},
          {"nogil_s", rounded(cost.nogil_s)},
          {"wait_s", std::move(waits)}};
}

Json profile_in_full(const profiler::Profile& profile) {
  return Json::parse(profiler::profile_to_json(profile));
}

/// Without the stacks: they would be most of the file.
Json profile_summary(const profiler::Profile& profile) {
  Json out = profile_in_full(profile);
  for (const char* member : {"frames", "stacks", "threads"}) out.erase(member);
  return out;
}

Json speedup_json(const Speedup& speedup) {
  return {{"median", rounded(speedup.median)},
          {"ci95", {rounded(speedup.ci_low), rounded(speedup.ci_high)}},
          {"pairs", speedup.pairs}};
}

// null: not known.
template <typename Number>
Json known(Number value) {
  return value > 0 ? Json(value) : Json();
}

Json measure_json(const std::optional<advisor::LoopMeasure>& measure) {
  if (!measure) return {};
  return {{"sampled", measure->sampled},
          {"seconds_per_iteration", measure->seconds_per_iteration},
          {"item_bytes", rounded(measure->item_bytes)},
          {"result_bytes", rounded(measure->result_bytes)},
          {"capture_bytes", rounded(measure->capture_bytes)}};
}

Json hotspot_json(const Hotspot& spot) {
  Json proposals = Json::array();
  for (const Proposal& proposal : spot.proposals) {
    Json row = {{"strategy", proposal.strategy},
                {"predicted_speedup", rounded(proposal.predicted_speedup)},
                {"result", name(proposal.result)},
                {"why", proposal.why}};
    if (proposal.measured) row["speedup"] = speedup_json(*proposal.measured);
    proposals.push_back(std::move(row));
  }
  Json evidence = Json::array();
  for (const char* kind : {"static-proof", "isolation-test", "order-test"}) {
    const bool has =
        std::any_of(spot.evidence.begin(), spot.evidence.end(),
                    [&](const advisor::Reason& one) { return one.id == kind; });
    if (has) evidence.push_back(kind);
  }
  return {{"file", spot.loop.span.file},
          {"line", spot.loop.span.line},
          {"end_line", spot.loop.span.end_line},
          {"kind", name(spot.loop.kind)},
          {"function", spot.loop.function},
          {"share", rounded(spot.loop.share)},
          {"class", name(spot.loop.time_class)},
          {"cost", cost_json(spot.loop.cost)},
          {"iterations", known(spot.loop.iterations)},
          {"entries", known(rounded(spot.loop.entries))},
          {"measure", measure_json(spot.loop.measure)},
          {"inside", spans_json(spot.loop.inside)},
          {"decision", spot.candidate ? "candidate" : "declined"},
          {"reasons", reasons_json(spot.reasons)},
          {"potential_speedup", known(rounded(spot.potential_speedup))},
          {"evidence", std::move(evidence)},
          {"proof", reasons_json(spot.evidence)},
          {"assumptions", reasons_json(spot.assumptions)},
          {"proposals", std::move(proposals)}};
}

Json hotspots_json(const Report& report) {
  Json out = Json::array();
  for (const Hotspot& spot : report.hotspots) {
    out.push_back(hotspot_json(spot));
  }
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ",") + part;
  return out;
}

Json outcome_object(const Outcome& outcome) {
  Json checks = Json::array();
  for (const Check& check : outcome.checks) {
    checks.push_back({{"id", check.id},
                      {"result", name(check.result)},
                      {"detail", check.detail}});
  }
  Json list_of_items = Json::array();
  for (const Assurance& item : outcome.assurances) {
    list_of_items.push_back({{"id", item.id},
                             {"title", item.title},
                             {"result", name(item.result)},
                             {"detail", item.detail}});
  }
  return {{"status", name(outcome.status)},
          {"why", outcome.why},
          {"strategy", joined(outcome.strategies)},
          {"predicted_speedup", known(rounded(outcome.predicted_speedup))},
          {"speedup", speedup_json(outcome.speedup)},
          {"before_s", list(outcome.before_s)},
          {"after_s", list(outcome.after_s)},
          {"peak_memory_bytes",
           {{"before", known(outcome.before_memory)},
            {"after", known(outcome.after_memory)}}},
          {"checks", std::move(checks)},
          {"verification", std::move(list_of_items)},
          {"patch", outcome.diff}};
}

Json head(const char* schema, const Report& report) {
  return {{"schema", std::string("pyprof-parallel/") + schema},
          {"schema_version", 1},
          {"target",
           {{"command", report.profile.command},
            {"python", report.profile.python},
            {"executable", report.profile.executable}}},
          {"machine",
           {{"cpus", report.machine.cpus},
            {"cpu_model", report.machine.cpu_model},
            {"kernel", report.machine.kernel}}}};
}

/// Bytes of the user's program that are not UTF-8 are replaced, not refused.
std::string text(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string report_json(const Report& report) {
  Json out = head("run", report);
  out["workers"] = report.workers;
  out["profile"] = profile_summary(report.profile);
  out["hotspots"] = hotspots_json(report);
  out["outcome"] = outcome_object(report.outcome);
  out["isolation"] = report.isolation;
  out["notes"] = report.notes;
  return text(out);
}

std::string profile_document(const Report& report) {
  Json out = head("profile", report);
  out["profile"] = profile_in_full(report.profile);
  return text(out);
}

std::string advice_json(const Report& report, const advisor::Plan& plan) {
  Json out = head("advise", report);
  out["profile"] = profile_summary(report.profile);
  out["hotspots"] = hotspots_json(report);
  out["notes"] = report.notes;
  out["plan"] = Json::parse(advisor::plan_to_json(plan));
  return text(out);
}

std::string outcome_json(const Report& report) {
  Json out = head("verify", report);
  out["outcome"] = outcome_object(report.outcome);
  out["isolation"] = report.isolation;
  out["notes"] = report.notes;
  return text(out);
}

}  // namespace ppp::harness
