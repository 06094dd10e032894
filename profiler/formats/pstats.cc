// SPDX-License-Identifier: Apache-2.0
// What `pstats.Stats(FILE)` reads: a dict in the format of Python's marshal,
// written with the few types that every version knows.
#include <bit>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "profiler/formats/formats.h"

namespace ppp::profiler {
namespace {

class MarshalWriter {
 public:
  void begin_dict() { bytes_ += '{'; }
  void end_dict() { bytes_ += '0'; }
  void begin_tuple(std::uint32_t size) {
    bytes_ += '(';
    word(size);
  }
  void text(std::string_view value) {
    bytes_ += 'u';
    word(static_cast<std::uint32_t>(value.size()));
    bytes_ += value;
  }
  void number(std::int64_t value) {
    if (value >= INT32_MIN && value <= INT32_MAX) {
      bytes_ += 'i';
      word(static_cast<std::uint32_t>(value));
    } else {
      large(value);
    }
  }
  void real(double value) {
    bytes_ += 'g';
    const auto bits = std::bit_cast<std::uint64_t>(value);
    word(static_cast<std::uint32_t>(bits));
    word(static_cast<std::uint32_t>(bits >> 32));
  }
  std::string take() { return std::move(bytes_); }

 private:
  void word(std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) byte(value >> shift);
  }
  void byte(std::uint32_t value) { bytes_ += static_cast<char>(value & 255U); }

  // The number of digits, with the sign of the whole; then digits of 15 bits.
  void large(std::int64_t value) {
    auto left = static_cast<std::uint64_t>(value);
    if (value < 0) left = 0 - left;
    std::string digits;
    std::swap(digits, bytes_);
    std::int32_t count = 0;
    for (; left != 0; left >>= 15, ++count) {
      byte(static_cast<std::uint32_t>(left));
      byte(static_cast<std::uint32_t>(left >> 8) & 127U);
    }
    std::swap(digits, bytes_);
    bytes_ += 'l';
    word(static_cast<std::uint32_t>(value < 0 ? -count : count));
    bytes_ += digits;
  }

  std::string bytes_;
};

/// As pstats knows a function: file, line, name.
using FunctionKey = std::tuple<std::string, int, std::string>;

struct FunctionTimes {
  std::int64_t innermost = 0;  // samples
  std::int64_t anywhere = 0;
  double own_s = 0;
  double total_s = 0;

  void add(const Stack& stack, bool is_innermost) {
    anywhere += stack.samples;
    total_s += stack.cost.wall_s;
    if (!is_innermost) return;
    innermost += stack.samples;
    own_s += stack.cost.wall_s;
  }
};

struct FunctionStats {
  FunctionTimes times;
  std::map<FunctionKey, FunctionTimes> callers;
};
using Statistics = std::map<FunctionKey, FunctionStats>;

FunctionKey key_of(const Profile& profile, int index) {
  const Frame& frame = profile.frames[static_cast<std::size_t>(index)];
  return {frame.file, frame.first_line, frame.function};
}

// A function, and a pair of caller and called, counts once in a sample, however
// often it stands on the stack.
void add_stack(const Profile& profile, const Stack& stack, Statistics& out) {
  std::set<FunctionKey> seen;
  std::set<std::pair<FunctionKey, FunctionKey>> seen_calls;
  FunctionKey called;
  for (auto it = stack.frames.rbegin(); it != stack.frames.rend(); ++it) {
    FunctionKey key = key_of(profile, *it);
    const bool innermost = it == stack.frames.rbegin();
    if (!innermost && seen_calls.insert({key, called}).second) {
      const bool direct = it == stack.frames.rbegin() + 1;
      out[called].callers[key].add(stack, direct);
    }
    if (seen.insert(key).second) out[key].times.add(stack, innermost);
    called = std::move(key);
  }
}

void put_key(MarshalWriter& writer, const FunctionKey& key) {
  writer.begin_tuple(3);
  writer.text(std::get<0>(key));
  writer.number(std::get<1>(key));
  writer.text(std::get<2>(key));
}

void put_times(MarshalWriter& writer, const FunctionTimes& times) {
  writer.number(times.innermost);
  writer.number(times.anywhere);
  writer.real(times.own_s);
  writer.real(times.total_s);
}

}  // namespace

std::string to_pstats(const Profile& profile) {
  Statistics statistics;
  for (const NamedProcess& process : named_processes(profile)) {
    for (const Stack& stack : process.profile->stacks) {
      add_stack(*process.profile, stack, statistics);
    }
  }
  MarshalWriter writer;
  writer.begin_dict();
  for (const auto& [key, function] : statistics) {
    put_key(writer, key);
    writer.begin_tuple(5);
    put_times(writer, function.times);
    writer.begin_dict();
    for (const auto& [caller, times] : function.callers) {
      put_key(writer, caller);
      writer.begin_tuple(4);
      put_times(writer, times);
    }
    writer.end_dict();
  }
  writer.end_dict();
  return writer.take();
}

}  // namespace ppp::profiler
