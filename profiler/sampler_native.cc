// SPDX-License-Identifier: Apache-2.0
// The sampler's part in native stacks: which code a thread may be in, and the
// lines of its instructions.
#include <algorithm>

#include "profiler/sampler.h"

namespace ppp::profiler {
namespace {

// A call that begins and ends between two samples is near the innermost ones.
constexpr std::size_t kInnermostCodes = 16;
// Where a line was left after fewer samples others may come and go unseen.
constexpr int kShortRun = 3;
constexpr int kRestlessSamples = 32;

}  // namespace

// After a walk. What has come since the one before is of the time between.
void Sampler::read_native(Tracked& tracked, double now_s) {
  const bool whole = !tracked.stack.uncertain && !tracked.frames.empty() &&
                     tracked.frames.size() == tracked.stack.frames.size();
  const int leaf = whole ? tracked.frames.back() : -1;
  if (leaf == tracked.leaf_before) {
    ++tracked.leaf_run;
    if (tracked.restless > 0) --tracked.restless;
  } else {
    if (tracked.leaf_run < kShortRun) tracked.restless = kRestlessSamples;
    tracked.leaf_run = 1;
  }
  if (tracked.events->waiting()) {
    bytecodes_.clear();
    const auto add = [&](Address address) {
      const auto known = [&](const auto& code) { return code.code == address; };
      if (std::ranges::any_of(bytecodes_, known)) return;
      const Code* code = codes_.find(address, now_s);
      if (!code || code->bytecode == 0) return;
      const Address bytes = 2 * code->lines.size();
      bytecodes_.push_back({code->bytecode, code->bytecode + bytes, address});
      for (const Address copy : code->copies) {
        if (copy == code->bytecode) continue;
        bytecodes_.push_back({copy, copy + bytes, address});
      }
    };
    for (std::size_t i = 0;
         i < std::min(kInnermostCodes, tracked.stack.frames.size()); ++i) {
      add(tracked.stack.frames[i].code);
    }
    for (const Address code : tracked.codes_before) add(code);
    native::NativeWatch::Between between{tracked.before_s, now_s, bytecodes_};
    const auto line = [&](int frame) -> std::optional<Frame> {
      if (frame < 0) return std::nullopt;
      return aggregator_.frame_at(frame);
    };
    between.line_before = line(tracked.leaf_before);
    between.line_after = line(leaf);
    between.settled = tracked.restless == 0;
    native_->read(*tracked.events, between,
                  [&](const native::Bytecode& code, std::size_t unit) {
                    return line_of(code, unit, now_s);
                  });
  }
  tracked.codes_before.clear();
  for (const RawFrame& frame : tracked.stack.frames) {
    if (tracked.codes_before.size() == kInnermostCodes) break;
    tracked.codes_before.push_back(frame.code);
  }
  tracked.before_s = now_s;
  tracked.leaf_before = leaf;
}

std::optional<Frame> Sampler::line_of(const native::Bytecode& code,
                                      std::size_t unit, double now_s) {
  RawFrame raw;
  raw.code = code.code;
  switch (interpreter_.offsets.lines) {
    case cpython::LineFormat::kLnotab:
      raw.instruction = 2 * unit;
      break;
    case cpython::LineFormat::kDeltas:
      raw.instruction = unit;
      break;
    case cpython::LineFormat::kLocations:
      raw.instruction = code.begin + 2 * unit;
      break;
  }
  int expression = -1;
  const int index = frame_index(raw, now_s, expression);
  if (index < 0) return std::nullopt;
  return aggregator_.frame_at(index);
}

}  // namespace ppp::profiler
