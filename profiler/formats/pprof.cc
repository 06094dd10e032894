// SPDX-License-Identifier: Apache-2.0
// The few messages of profile.proto that we need, in the wire format of
// protocol buffers: fields of varints and of bytes.
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>

#include "profiler/formats/exported.h"
#include "profiler/formats/formats.h"

namespace ppp::profiler {
namespace {

// Numbers of the fields in profile.proto.
enum ProfileField {
  kSampleType = 1,
  kSample,
  kMapping,
  kLocation,
  kFunction,
  kStringTable,
  kDuration = 10,
  kPeriodType,
  kPeriod,
  kDefaultType = 14
};
enum ValueField { kType = 1, kUnit };
enum SampleField { kLocationId = 1, kValue, kLabel };
enum LabelField { kKey = 1, kText };
enum MappingField { kMappingOwnId = 1, kMapped = 5, kHasFunctions = 7 };
enum LocationField { kLocationOwnId = 1, kMappingId, kLine = 4 };
enum LineField { kFunctionId = 1, kLineNumber };
enum FunctionField {
  kFunctionOwnId = 1,
  kName,
  kSystemName,
  kFile,
  kStartLine
};

class Message {
 public:
  void number(int field, std::uint64_t value) {
    if (value == 0) return;  // the default is left out
    varint(static_cast<std::uint64_t>(field) << 3);
    varint(value);
  }
  void bytes(int field, std::string_view value) {
    varint(static_cast<std::uint64_t>(field) << 3 | 2);
    varint(value.size());
    bytes_ += value;
  }
  void message(int field, const Message& value) { bytes(field, value.bytes_); }
  void packed(int field, const std::vector<std::uint64_t>& values) {
    Message inside;
    for (std::uint64_t value : values) inside.varint(value);
    bytes(field, inside.bytes_);
  }
  std::string take() { return std::move(bytes_); }

 private:
  void varint(std::uint64_t value) {
    for (; value >= 128; value >>= 7) {
      bytes_ += static_cast<char>((value & 127U) | 128U);
    }
    bytes_ += static_cast<char>(value);
  }
  std::string bytes_;
};

std::uint64_t nanoseconds(double seconds) {
  return static_cast<std::uint64_t>(std::llround(std::max(seconds, 0.0) * 1e9));
}

class PprofWriter {
 public:
  explicit PprofWriter(const Profile& profile) : profile_(profile) { text(""); }

  std::string write() {
    for (auto [type, unit] :
         {std::pair{"samples", "count"}, std::pair{"wall", "nanoseconds"},
          std::pair{"cpu", "nanoseconds"}, std::pair{"wait", "nanoseconds"}}) {
      out_.message(kSampleType, value_type(type, unit));
    }
    for (const Exported& process : exported(profile_)) add(process);
    out_.number(kDuration, nanoseconds(profile_.wall_s));
    out_.message(kPeriodType, value_type("wall", "nanoseconds"));
    out_.number(kPeriod,
                nanoseconds(profile_.rate_hz > 0 ? 1 / profile_.rate_hz : 0));
    out_.number(kDefaultType, text("wall"));
    for (const std::string& one : table_) out_.bytes(kStringTable, one);
    return out_.take();
  }

 private:
  std::uint64_t text(const std::string& value) {
    auto [it, added] = texts_.try_emplace(value, table_.size());
    if (added) table_.push_back(value);
    return it->second;
  }

  Message value_type(const char* type, const char* unit) {
    Message message;
    message.number(kType, text(type));
    message.number(kUnit, text(unit));
    return message;
  }

  // Its name is the outermost frame.
  void add(const Exported& process) {
    const std::uint64_t before = locations_;
    for (std::size_t i = 0; i < process.frames.size(); ++i) {
      const Frame& frame = process.frames[i];
      const bool native = process.is_native(static_cast<int>(i));
      add_location(++locations_, frame, native ? mapping(frame.file) : 0);
    }
    std::uint64_t root = 0;
    if (!process.name.empty()) {
      add_location(root = ++locations_, Frame{"", process.name, 0, 0}, 0);
    }
    for (const Stack& stack : process.stacks) {
      add(process, stack, before + 1, root);
    }
  }

  void add(const Exported& process, const Stack& stack, std::uint64_t first,
           std::uint64_t root) {
    const Thread& thread =
        process.threads[static_cast<std::size_t>(stack.thread)];
    Message label;
    label.number(kKey, text("thread"));
    label.number(kText,
                 text(thread.main ? "main" : std::to_string(thread.native_id)));
    std::vector<std::uint64_t> locations;  // the innermost first
    for (auto it = stack.frames.rbegin(); it != stack.frames.rend(); ++it) {
      locations.push_back(static_cast<std::uint64_t>(*it) + first);
    }
    if (root != 0) locations.push_back(root);
    Message sample;
    sample.packed(kLocationId, locations);
    sample.packed(
        kValue, {static_cast<std::uint64_t>(stack.samples),
                 nanoseconds(stack.cost.wall_s), nanoseconds(stack.cost.cpu_s),
                 nanoseconds(stack.cost.wall_s - stack.cost.cpu_s)});
    sample.message(kLabel, label);
    out_.message(kSample, sample);
  }

  void add_location(std::uint64_t id, const Frame& frame,
                    std::uint64_t mapped) {
    Message line;
    line.number(kFunctionId, function(frame));
    line.number(kLineNumber, static_cast<std::uint64_t>(frame.line));
    Message location;
    location.number(kLocationOwnId, id);
    location.number(kMappingId, mapped);
    location.message(kLine, line);
    out_.message(kLocation, location);
  }

  // Readers take the first for the program, and look for no names in files
  // whose functions are there.
  std::uint64_t mapping(const std::string& library) {
    if (mappings_.empty()) add_mapping(profile_.executable);
    return library.empty() ? 0 : add_mapping(library);
  }

  std::uint64_t add_mapping(const std::string& file) {
    auto [it, added] = mappings_.try_emplace(file, mappings_.size() + 1);
    if (!added) return it->second;
    Message message;
    message.number(kMappingOwnId, it->second);
    message.number(kMapped, text(file));
    message.number(kHasFunctions, 1);
    out_.message(kMapping, message);
    return it->second;
  }

  std::uint64_t function(const Frame& frame) {
    auto [it, added] = functions_.try_emplace(
        {frame.file, frame.function, frame.first_line}, functions_.size() + 1);
    if (!added) return it->second;
    Message message;
    message.number(kFunctionOwnId, it->second);
    // Without a system name: pprof demangles no name that differs from it, and
    // would take the angles of "<module>" for a template's.
    message.number(kName, text(frame.function));
    message.number(kFile, text(frame.file));
    message.number(kStartLine, static_cast<std::uint64_t>(frame.first_line));
    out_.message(kFunction, message);
    return it->second;
  }

  const Profile& profile_;
  Message out_;
  std::uint64_t locations_ = 0;
  std::map<std::string, std::uint64_t> texts_;
  std::map<std::string, std::uint64_t> mappings_;
  std::vector<std::string> table_;
  std::map<std::tuple<std::string, std::string, int>, std::uint64_t> functions_;
};

}  // namespace

std::string to_pprof(const Profile& profile) {
  return PprofWriter(profile).write();
}

}  // namespace ppp::profiler
