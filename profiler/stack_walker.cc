// SPDX-License-Identifier: Apache-2.0
#include "profiler/stack_walker.h"

#include <algorithm>
#include <cstring>

namespace ppp::profiler {
namespace {

constexpr std::size_t kDeepest = 1 << 17;
constexpr Address kPage = 4096;
// Frames closer than this are copied as one piece.
constexpr Address kGap = 1024;
// Room for frames pushed above the highest one, within its page.
constexpr Address kSlack = 512;
constexpr unsigned char kOwnedByCStack = 3;
constexpr std::size_t kFixedRanges = 2;
constexpr int kWalks = 4;
// CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR: somebody must have called it.
constexpr std::uint32_t kSuspends = 0x20 | 0x80 | 0x200;

template <typename T>
T load(const std::byte* bytes) {
  T value{};
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

std::size_t instruction_width(const cpython::Offsets& offsets) {
  return offsets.lines == cpython::LineFormat::kLocations ? 8 : 4;
}

}  // namespace

StackWalker::StackWalker(RemoteMemory& memory, const cpython::Offsets& offsets,
                         Address thread_state)
    : memory_(memory), offsets_(offsets), thread_(thread_state) {
  thread_size_ = std::max({offsets.thread_frame, offsets.thread_id,
                           offsets.native_thread_id}) +
                 8;
  single_.resize(offsets.frame_size);
  build_plan();
}

// Lays out known_ as pieces of memory.
void StackWalker::build_plan() {
  plan_.clear();
  plan_.push_back({thread_, thread_size_, 0});
  plan_.push_back({cframe_, cframe_ ? offsets_.cframe_frame + 8 : 0, 0});
  for (Address frame : known_) {
    const Address end = frame + offsets_.frame_size;
    Range& last = plan_.back();
    if (plan_.size() > kFixedRanges && frame <= last.begin + last.size + kGap) {
      last.size = std::max(last.size, end - last.begin);
    } else {
      plan_.push_back({frame, end - frame, 0});
    }
  }
  if (offsets_.lines == cpython::LineFormat::kLocations) {
    for (std::size_t i = kFixedRanges; i < plan_.size(); ++i) {
      const Address end = plan_[i].begin + plan_[i].size;
      Address limit = (end + kPage - 1) / kPage * kPage;
      if (i + 1 < plan_.size()) limit = std::min(limit, plan_[i + 1].begin);
      plan_[i].size += std::min(limit - end, kSlack);
    }
  }
  plan_size_ = 0;
  for (Range& range : plan_) {
    range.offset = plan_size_;
    plan_size_ += range.size;
  }
  first_.resize(plan_size_);
  second_.resize(plan_size_);
}

// The second copy is only of the frames.
bool StackWalker::read_plan() {
  pieces_.clear();
  std::size_t wanted = 0;
  auto add = [&](const Range& range, std::vector<std::byte>& copy) {
    if (range.size == 0) return;
    pieces_.push_back({range.begin, copy.data() + range.offset, range.size});
    wanted += range.size;
  };
  for (const Range& range : plan_) add(range, first_);
  for (std::size_t i = kFixedRanges; i < plan_.size(); ++i) {
    add(plan_[i], second_);
  }
  const std::size_t tail = add_tail();
  const std::size_t got = memory_.read_ranges(pieces_);
  if (got < wanted + tail) {
    tail_frame_ = 0;
    tail_lock_ = false;
  }
  return got >= wanted;
}

// A frame that is gone may be unreadable: it comes last. Returns the bytes.
std::size_t StackWalker::add_tail() {
  std::size_t size = 0;
  auto add = [&](Address from, void* to, std::size_t bytes) {
    pieces_.push_back({from, to, bytes});
    size += bytes;
  };
  tail_lock_ = lock_ != 0;
  if (lock_) {
    add(lock_ + offsets_.gil_holder, &tail_.holder, 8);
    add(lock_ + offsets_.gil_locked, &tail_.locked, 4);
  }
  tail_frame_ = frame_pointer() ? foreseen_ : 0;
  if (!tail_frame_) return size;
  for (Leaf& leaf : tail_.leaves) {
    leaf = {};
    add(frame_pointer(), &leaf.frame, 8);
    add(tail_frame_ + offsets_.frame_instruction, &leaf.instruction,
        instruction_width(offsets_));
  }
  return size;
}

// Where the address of the innermost frame stands; 0: not known yet.
Address StackWalker::frame_pointer() const {
  if (!offsets_.through_cframe) return thread_ + offsets_.thread_frame;
  return plan_[1].begin ? plan_[1].begin + offsets_.cframe_frame : 0;
}

bool StackWalker::lock_seen(Address& holder, bool& locked) const {
  holder = tail_.holder;
  locked = tail_.locked != 0;
  return tail_lock_;
}

// Place in the first copy, or nullptr.
const std::byte* StackWalker::find(Address address, std::size_t size) const {
  auto it = std::upper_bound(
      plan_.begin() + kFixedRanges, plan_.end(), address,
      [](Address a, const Range& range) { return a < range.begin; });
  if (it == plan_.begin() + kFixedRanges) return nullptr;
  --it;
  // Not `address + size`: what a torn chain holds may be the last address.
  const Address offset = address - it->begin;
  if (size > it->size || offset > it->size - size) return nullptr;
  return first_.data() + it->offset + offset;
}

const std::byte* StackWalker::frame_bytes(Address frame, bool& missing) {
  if (const std::byte* found = find(frame, offsets_.frame_size)) return found;
  missing = true;
  if (!memory_.read(frame, single_.data(), single_.size())) return nullptr;
  return single_.data();
}

Address StackWalker::first_frame(bool& missing) {
  const auto pointer = load<Address>(first_.data() + offsets_.thread_frame);
  if (!offsets_.through_cframe || pointer == 0) return pointer;
  if (pointer == plan_[1].begin) {
    return load<Address>(first_.data() + plan_[1].offset +
                         offsets_.cframe_frame);
  }
  missing = true;
  cframe_ = pointer;
  return memory_.get<Address>(pointer + offsets_.cframe_frame).value_or(0);
}

RawFrame StackWalker::decode(Address frame, const std::byte* bytes) const {
  RawFrame raw;
  raw.frame = frame;
  raw.code =
      load<Address>(bytes + offsets_.frame_code) & offsets_.reference_mask;
  if (offsets_.lines == cpython::LineFormat::kLocations) {
    raw.instruction = load<Address>(bytes + offsets_.frame_instruction);
  } else {
    raw.instruction = load<std::uint32_t>(bytes + offsets_.frame_instruction);
  }
  return raw;
}

// Follows the chain in the first copy; frames outside of it are read singly.
bool StackWalker::follow(RawStack& stack, std::vector<Address>& backs,
                         bool& missing) {
  stack.frames.clear();
  backs.clear();
  Address frame = first_frame(missing);
  // A torn chain may be a ring: it comes back to where a power of two was.
  Address seen = 0;
  for (std::size_t count = 0; frame != 0; ++count) {
    if (count > kDeepest || frame % 8 != 0 || frame == seen) return false;
    if ((count & (count - 1)) == 0) seen = frame;
    const std::byte* bytes = frame_bytes(frame, missing);
    if (!bytes) return false;
    const auto back = load<Address>(bytes + offsets_.frame_back);
    const bool entry =
        offsets_.frame_owner != 0 &&
        load<unsigned char>(bytes + offsets_.frame_owner) == kOwnedByCStack;
    stack.frames.push_back(decode(frame, bytes));
    if (entry) stack.frames.back().code = 0;  // removed at the end
    backs.push_back(back);
    frame = back;
  }
  return true;
}

StackWalker::Agreement StackWalker::agreement(const RawFrame& frame,
                                              Address back) const {
  const std::byte* in_first = find(frame.frame, offsets_.frame_size);
  if (!in_first) return Agreement::kSame;  // read once only
  const std::byte* bytes = second_.data() + (in_first - first_.data());
  RawFrame again = decode(frame.frame, bytes);
  if (frame.code == 0) again.code = 0;
  if (load<Address>(bytes + offsets_.frame_back) != back ||
      again.code != frame.code) {
    return Agreement::kOther;
  }
  return again.instruction == frame.instruction ? Agreement::kSame
                                                : Agreement::kMoved;
}

// A frame that has moved on had its say in the first copy; what it called then
// may have been replaced.
void StackWalker::keep_agreed(RawStack& stack,
                              const std::vector<Address>& backs) const {
  std::size_t keep = stack.frames.size();
  stack.moved = false;
  while (keep > 0) {
    const Agreement found = agreement(stack.frames[keep - 1], backs[keep - 1]);
    stack.moved = stack.moved || found != Agreement::kSame;
    if (found == Agreement::kOther) break;
    --keep;
    if (found == Agreement::kMoved) break;
  }
  stack.uncertain = keep > 0;
  stack.frames.erase(stack.frames.begin(),
                     stack.frames.begin() + static_cast<std::ptrdiff_t>(keep));
  std::erase_if(stack.frames, [](const RawFrame& f) { return f.code == 0; });
}

void StackWalker::plan_for(const std::vector<Address>& frames) {
  if (known_.size() > 2 * frames.size() + 64) known_.clear();
  known_.insert(known_.end(), frames.begin(), frames.end());
  std::sort(known_.begin(), known_.end());
  known_.erase(std::unique(known_.begin(), known_.end()), known_.end());
  build_plan();
}

// The outermost frame seldom changes. A new one is asked for twice: that of a
// call that has just ended has no caller either.
bool StackWalker::rooted(const RawStack& stack) {
  RawFrame root = stack.frames.empty() ? RawFrame() : stack.frames.back();
  root.instruction = 0;
  if (root == root_) return true;
  const bool again = root == maybe_root_;
  maybe_root_ = root;
  if (!again) return false;
  if (!stack.frames.empty()) {
    const auto flags =
        memory_.get<std::uint32_t>(root.code + offsets_.code_flags);
    if (!flags || (*flags & kSuspends) != 0) return false;
  }
  root_ = root;
  return true;
}

bool StackWalker::walk(RawStack& stack) {
  const RawFrame before = root_;
  for (int attempt = 0; attempt < kWalks; ++attempt) {
    if (!walk_once(stack) || !rooted(stack)) continue;
    stack.moved = stack.moved || (attempt > 0 && root_ == before);
    return true;
  }
  return false;
}

bool StackWalker::walk_once(RawStack& stack) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    if (!read_plan()) {
      if (known_.empty() && cframe_ == 0) return false;
      known_.clear();
      cframe_ = 0;
      build_plan();
      if (!read_plan()) return false;
    }
    bool missing = false;
    const bool complete = follow(stack, backs_, missing);
    if (complete && !missing) break;
    if (!complete && attempt == 2) return false;
    frames_.clear();
    for (const RawFrame& frame : stack.frames) frames_.push_back(frame.frame);
    if (!complete) known_.clear();
    if (attempt < 2) {
      plan_for(frames_);
    }
  }
  const std::uint32_t id = offsets_.native_thread_id ? offsets_.native_thread_id
                                                     : offsets_.thread_id;
  stack.thread_id = load<std::uint64_t>(first_.data() + id);
  const std::size_t walked = stack.frames.size();
  const Address foreseen = walked ? stack.frames.front().frame : 0;
  keep_agreed(stack, backs_);
  foreseen_ = foreseen;
  if (!stack.uncertain && !stack.frames.empty() &&
      tail_frame_ == stack.frames.front().frame) {
    const RawFrame& inner = stack.frames.front();
    const Leaf leaf{inner.frame, inner.instruction};
    stack.moved =
        stack.moved || tail_.leaves[0] != leaf || tail_.leaves[1] != leaf;
  }
  return walked == 0 || !stack.frames.empty();
}

bool StackWalker::read_leaf(const RawFrame& leaf, Leaf& now) {
  const std::size_t width = instruction_width(offsets_);
  now.instruction = 0;
  const RemoteRange pieces[] = {
      {frame_pointer(), &now.frame, 8},
      {leaf.frame + offsets_.frame_instruction, &now.instruction, width}};
  return memory_.read_ranges(pieces) == 8 + width;
}

bool StackWalker::still_at(const Leaf& leaf, const RawFrame& frame) {
  if (tail_frame_ == frame.frame) {
    return tail_.leaves[0] == leaf && tail_.leaves[1] == leaf;
  }
  for (int i = 0; i < 2; ++i) {
    Leaf now;
    if (!read_leaf(frame, now) || now != leaf) return false;
  }
  return true;
}

}  // namespace ppp::profiler
