// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

#include "profiler/formats/read.h"
#include "profiler/formats/stack_table.h"

namespace ppp::profiler {
namespace {

using Speedscope = nlohmann::json;

constexpr std::size_t kDeepestStack = 20'000;

/// How many seconds or samples a unit is.
struct WeightUnit {
  double scale = 1;
  bool samples = false;
};

Result<WeightUnit> weight_unit(const std::string& where,
                               const std::string& name) {
  if (name == "seconds") return WeightUnit{1, false};
  if (name == "milliseconds") return WeightUnit{1e-3, false};
  if (name == "microseconds") return WeightUnit{1e-6, false};
  if (name == "nanoseconds") return WeightUnit{1e-9, false};
  if (name == "none") return WeightUnit{1, true};
  if (name == "bytes") {
    return Error{Error::Kind::kUsage, where + " counts bytes, not time",
                 "record where the time goes, not the memory"};
  }
  return malformed(where, "the unit \"" + name + "\" is not known");
}

class SpeedscopeReader {
 public:
  explicit SpeedscopeReader(const Speedscope& document) : in_(document) {}

  Result<Profile> read();

 private:
  Status read_frames();
  Status read_one(const Speedscope& one, const std::string& where);
  Status read_samples(const Speedscope& one, const std::string& where);
  Status read_events(const Speedscope& one, const std::string& where);
  /// The table's index of the file's frame `index`; nothing: there is none.
  std::optional<int> frame_at(const Speedscope& index) const;
  Status add(const std::vector<int>& frames, double weight,
             const std::string& where);

  const Speedscope& in_;
  StackTable table_;
  std::vector<int> frames_;  ///< of the file, as indices into the table
  std::string thread_;
  WeightUnit unit_;
  std::optional<bool> counts_;  ///< what the profiles so far count: samples?
};

/// A member that may be absent or null.
template <typename T>
T optional_member(const Speedscope& json, const char* name, T otherwise) {
  const auto found = json.find(name);
  if (found == json.end() || found->is_null()) return otherwise;
  return found->get<T>();
}

double number_of(const Speedscope& json) {
  return json.is_number() ? json.get<double>()
                          : std::numeric_limits<double>::quiet_NaN();
}

/// Only numbers are shown: anything else may be of any size and depth.
std::string no_frame(const Speedscope& index) {
  return index.is_number() ? "there is no frame " + index.dump()
                           : "a frame is named by its number";
}

Status SpeedscopeReader::read_frames() {
  for (const Speedscope& frame : in_.at("shared").at("frames")) {
    auto name = optional_member<std::string>(frame, "name", "");
    auto file = optional_member<std::string>(frame, "file", "");
    const double line = optional_member<double>(frame, "line", 0);
    const bool usable = line >= 1 && line <= std::numeric_limits<int>::max();
    frames_.push_back(
        table_.frame(std::move(file), std::move(name),
                     usable ? static_cast<std::int64_t>(line) : 0));
  }
  return Done{};
}

std::optional<int> SpeedscopeReader::frame_at(const Speedscope& index) const {
  if (!index.is_number_integer()) return std::nullopt;
  if (index.is_number_unsigned()) {
    const auto at = index.get<std::uint64_t>();
    if (at < frames_.size()) return frames_[static_cast<std::size_t>(at)];
  }
  return std::nullopt;
}

Status SpeedscopeReader::add(const std::vector<int>& frames, double weight,
                             const std::string& where) {
  Status added = table_.add(thread_, frames, weight * unit_.scale);
  if (!added.ok()) return malformed(where, "its weight " + added.error().what);
  return Done{};
}

Status SpeedscopeReader::read_samples(const Speedscope& one,
                                      const std::string& where) {
  const Speedscope& samples = one.at("samples");
  const Speedscope& weights = one.at("weights");
  if (!samples.is_array() || !weights.is_array() ||
      samples.size() != weights.size()) {
    return malformed(where, "has not as many weights as samples");
  }
  std::vector<int> stack;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const std::string at = where + ", sample " + std::to_string(i);
    stack.clear();
    for (const Speedscope& index : samples[i]) {
      const std::optional<int> frame = frame_at(index);
      if (!frame) return malformed(at, no_frame(index));
      stack.push_back(*frame);
    }
    Status added = add(stack, number_of(weights[i]), at);
    if (!added.ok()) return added;
  }
  return Done{};
}

Status SpeedscopeReader::read_events(const Speedscope& one,
                                     const std::string& where) {
  std::vector<int> stack;
  double last = number_of(one.at("startValue"));
  std::size_t i = 0;
  for (const Speedscope& event : one.at("events")) {
    const std::string at = where + ", event " + std::to_string(i++);
    const double now = number_of(event.at("at"));
    Status added = add(stack, now - last, at);
    if (!added.ok()) return added;
    last = now;
    const Speedscope& type = event.at("type");
    const std::optional<int> frame = frame_at(event.at("frame"));
    if (!frame) return malformed(at, no_frame(event.at("frame")));
    if (stack.size() >= kDeepestStack) return malformed(at, "is too deep");
    if (type == "O") {
      stack.push_back(*frame);
    } else if (type == "C" && !stack.empty() && stack.back() == *frame) {
      stack.pop_back();
    } else {
      return malformed(at, "closes a frame that is not the innermost one");
    }
  }
  if (stack.empty()) return Done{};
  return add(stack, number_of(one.at("endValue")) - last, where + ", its end");
}

Status SpeedscopeReader::read_one(const Speedscope& one,
                                  const std::string& where) {
  auto unit = weight_unit(where, one.at("unit"));
  if (!unit.ok()) return unit.error();
  unit_ = *unit;
  if (counts_ && *counts_ != unit_.samples) {
    return malformed(where, "counts samples, and another one seconds");
  }
  counts_ = unit_.samples;
  thread_ = optional_member<std::string>(one, "name", "") + " " + where;
  const std::string type = one.at("type");
  if (type == "sampled") return read_samples(one, where);
  if (type == "evented") return read_events(one, where);
  return malformed(where, "the type \"" + type + "\" is not known");
}

bool is_wall_time(const Speedscope& one) {
  return optional_member<std::string>(one, "name", "")
      .starts_with("Wall time profile for ");
}

Result<Profile> SpeedscopeReader::read() {
  Status frames = read_frames();
  if (!frames.ok()) return frames.error();
  const Speedscope& profiles = in_.at("profiles");
  const bool any_wall_time =
      std::any_of(profiles.begin(), profiles.end(), is_wall_time);
  std::size_t i = 0;
  for (const Speedscope& one : profiles) {
    const std::string where = "profiles[" + std::to_string(i++) + "]";
    // Austin says of each thread its CPU time and memory, too.
    if (any_wall_time && !is_wall_time(one)) continue;
    Status read = read_one(one, where);
    if (!read.ok()) return read.error();
  }
  const auto exporter = optional_member<std::string>(in_, "exporter", "");
  Origin origin;
  origin.format =
      exporter.empty() ? "speedscope" : "speedscope, by " + exporter;
  origin.counts_samples = counts_.value_or(false);
  origin.whole_functions = exporter.starts_with("pyinstrument");
  return table_.finish(std::move(origin));
}

}  // namespace

bool is_speedscope(std::string_view text) {
  return text.starts_with('{') &&
         text.find("speedscope.app/file-format-schema.json") !=
             std::string_view::npos;
}

Result<Profile> read_speedscope(std::string_view text) {
  try {
    const Speedscope document = Speedscope::parse(text);
    return SpeedscopeReader(document).read();
  } catch (const std::exception& error) {
    return malformed("not a speedscope file", error.what());
  }
}

}  // namespace ppp::profiler
