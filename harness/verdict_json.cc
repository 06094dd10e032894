// SPDX-License-Identifier: Apache-2.0
#include "harness/verdict_json.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace ppp::harness {
namespace {

using Json = nlohmann::ordered_json;
constexpr const char* kSchema = "pyprof-parallel/verdict";
constexpr int kVersion = 1;

template <typename T, std::size_t N>
using Names = std::array<std::pair<T, const char*>, N>;

constexpr Names<Verdict::Status, 7> kStatus = {
    {{Verdict::Status::kFaster, "faster"},
     {Verdict::Status::kSmaller, "smaller"},
     {Verdict::Status::kSlower, "no-gain"},
     {Verdict::Status::kTooLarge, "too-large"},
     {Verdict::Status::kDiffers, "differs"},
     {Verdict::Status::kUnverifiable, "unverifiable"},
     {Verdict::Status::kTargetFailed, "target-failed"}}};
constexpr Names<Check::Result, 4> kResult = {
    {{Check::Result::kIdentical, "identical"},
     {Check::Result::kDiffers, "differs"},
     {Check::Result::kMasked, "masked"},
     {Check::Result::kNotChecked, "not-checked"}}};

template <typename T, std::size_t N>
const char* name_of(const Names<T, N>& names, T value) {
  for (const auto& [key, name] : names) {
    if (key == value) return name;
  }
  return "";
}

/// Throws like the JSON library, which is caught at the edge.
template <typename T, std::size_t N>
T value_of(const Names<T, N>& names, const std::string& name) {
  for (const auto& [key, known] : names) {
    if (name == known) return key;
  }
  throw std::invalid_argument("unknown value \"" + name + "\"");
}

Verdict read(const Json& json) {
  if (json.at("schema") != kSchema || json.at("schema_version") != kVersion) {
    throw std::invalid_argument("not a verdict of version 1");
  }
  Verdict verdict;
  verdict.status = value_of(kStatus, json.at("status").get<std::string>());
  verdict.why = json.at("why").get<std::string>();
  const Json& speedup = json.at("speedup");
  verdict.speedup.median = speedup.at("median").get<double>();
  verdict.speedup.ci_low = speedup.at("ci95").at(0).get<double>();
  verdict.speedup.ci_high = speedup.at("ci95").at(1).get<double>();
  verdict.speedup.pairs = speedup.at("pairs").get<int>();
  verdict.before_s = json.at("before_s").get<std::vector<double>>();
  verdict.after_s = json.at("after_s").get<std::vector<double>>();
  verdict.before_rss_kb = json.at("before_rss_kb").get<long>();
  verdict.after_rss_kb = json.at("after_rss_kb").get<long>();
  const Json& memory = json.at("peak_memory_bytes");
  verdict.before_memory = memory.at("before").get<std::uint64_t>();
  verdict.after_memory = memory.at("after").get<std::uint64_t>();
  for (const Json& item : json.at("checks")) {
    verdict.checks.push_back(
        {item.at("id").get<std::string>(),
         value_of(kResult, item.at("result").get<std::string>()),
         item.at("detail").get<std::string>()});
  }
  return verdict;
}

}  // namespace

std::string verdict_to_json(const Verdict& verdict) {
  Json checks = Json::array();
  for (const Check& check : verdict.checks) {
    checks.push_back({{"id", check.id},
                      {"result", name_of(kResult, check.result)},
                      {"detail", check.detail}});
  }
  Json json = {
      {"schema", kSchema},
      {"schema_version", kVersion},
      {"status", name_of(kStatus, verdict.status)},
      {"speedup",
       {{"median", verdict.speedup.median},
        {"ci95", {verdict.speedup.ci_low, verdict.speedup.ci_high}},
        {"pairs", verdict.speedup.pairs}}},
      {"before_s", verdict.before_s},
      {"after_s", verdict.after_s},
      {"before_rss_kb", verdict.before_rss_kb},
      {"after_rss_kb", verdict.after_rss_kb},
      {"peak_memory_bytes",
       {{"before", verdict.before_memory}, {"after", verdict.after_memory}}},
      {"checks", std::move(checks)},
      {"why", verdict.why}};
  // Output of programs need not be UTF-8.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Verdict> verdict_from_json(std::string_view text) {
  try {
    return read(Json::parse(text));
  } catch (const std::exception& error) {
    return Error{Error::Kind::kUsage,
                 std::string("not a verdict: ") + error.what(),
                 "give a file that pyprof-parallel wrote"};
  }
}

}  // namespace ppp::harness
