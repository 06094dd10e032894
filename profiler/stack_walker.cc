// SPDX-License-Identifier: Apache-2.0
#include "profiler/stack_walker.h"

#include <algorithm>
#include <array>

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
// Those of interpreter loops that call each other through C stand close.
constexpr std::size_t kMostCframes = 4;
constexpr Address kCframesReach = 4096;
constexpr int kWalks = 12;
constexpr int kSlowWalks = 3;
// What looks the same that often has not come round.
constexpr int kDoubts = 3;
// A plan that lacks frames is made anew.
constexpr int kPlans = 5;
// Frames that may have been called or left while the copies were made.
constexpr std::size_t kMostMoves = 256;
// CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR: somebody must have called it.
constexpr std::uint32_t kSuspends = 0x20 | 0x80 | 0x200;

std::size_t instruction_width(const cpython::Offsets& offsets) {
  return offsets.lines == cpython::LineFormat::kLocations ? 8 : 4;
}

}  // namespace

StackWalker::StackWalker(RemoteMemory& memory, const cpython::Offsets& offsets,
                         Address thread_state, SiteOf site_of)
    : memory_(memory),
      offsets_(offsets),
      thread_(thread_state),
      site_of_(std::move(site_of)) {
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
  if (cframes_.empty()) {
    plan_.push_back({0, 0, 0});
  } else {
    const auto [low, high] =
        std::minmax_element(cframes_.begin(), cframes_.end());
    plan_.push_back({*low, *high - *low + offsets_.cframe_frame + 8, 0});
  }
  for (const Known& known : known_) {
    const Address end = known.frame + offsets_.frame_size;
    Range& last = plan_.back();
    if (plan_.size() > kFixedRanges &&
        known.frame <= last.begin + last.size + kGap) {
      last.size = std::max(last.size, end - last.begin);
      last.height = std::max(last.height, known.height);
    } else {
      plan_.push_back({known.frame, end - known.frame, 0, known.height});
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
  inward_.clear();
  for (std::size_t i = kFixedRanges; i < plan_.size(); ++i) {
    inward_.push_back(i);
  }
  std::stable_sort(inward_.begin(), inward_.end(),
                   [this](std::size_t a, std::size_t b) {
                     return plan_[a].height < plan_[b].height;
                   });
  quick_ns_ = 0;
  plan_size_ = 0;
  for (Range& range : plan_) {
    range.offset = plan_size_;
    plan_size_ += range.size;
  }
  first_.resize(plan_size_);
  second_.resize(plan_size_);
  cframes_between_.resize(plan_[1].size);
}

// The inner a frame, the sooner it changes, and the closer to the pointer it is
// read: a microsecond is ten calls.
bool StackWalker::read_plan() {
  pieces_.clear();
  std::size_t wanted = 0;
  auto add = [&](Address from, void* to, std::size_t size) {
    if (size == 0) return;
    pieces_.push_back({from, to, size});
    wanted += size;
  };
  auto add_range = [&](Bytes& copy, std::size_t i) {
    add(plan_[i].begin, copy.data() + plan_[i].offset, plan_[i].size);
  };
  const std::size_t outer = inward_.empty() ? 0 : inward_.size() - 1;
  for (std::size_t i = 0; i < outer; ++i) add_range(first_, inward_[i]);
  add_range(first_, 0);
  add_range(first_, 1);
  if (!inward_.empty()) add_range(first_, inward_.back());
  add(thread_ + offsets_.thread_frame, &pointer_, sizeof pointer_);
  add(plan_[1].begin, cframes_between_.data(), plan_[1].size);
  for (std::size_t i = inward_.size(); i > 0; --i) {
    add_range(second_, inward_[i - 1]);
  }
  const std::size_t tail = add_tail();
  const std::size_t lock = lock_at_ ? add_lock(lock_at_) : 0;
  const std::size_t got = memory_.read_ranges(pieces_);
  if (got < wanted + tail) tail_frame_ = 0;
  lock_.reset();
  if (lock > 0 && got == wanted + tail + lock) lock_ = lock_read();
  note_time();
  return got >= wanted;
}

// Whoever loses the CPU within a read has two copies of moments far apart: many
// calls may have ended between them, and others begun in their place. What is
// read once more is in the caches, and no measure for others.
void StackWalker::note_time() {
  const std::int64_t took = memory_.read_ns();
  if (!hurried_ || quick_ns_ == 0) {
    const std::int64_t slower = quick_ns_ + quick_ns_ / 64 + 1;
    quick_ns_ = quick_ns_ == 0 ? took : std::min(took, slower);
  }
  slow_ = took > quick_ns_ + quick_ns_ / 3;
}

// A frame that is gone may be unreadable: it comes last. Returns the bytes.
std::size_t StackWalker::add_tail() {
  tail_frame_ = frame_pointer() ? foreseen_ : 0;
  return tail_frame_ ? add_leaf(tail_frame_, tail_) : 0;
}

std::size_t StackWalker::add_leaf(Address frame, Leaf& leaf) {
  leaf = {};
  const std::size_t width = instruction_width(offsets_);
  pieces_.push_back({frame_pointer(), &leaf.frame, 8});
  pieces_.push_back(
      {frame + offsets_.frame_instruction, &leaf.instruction, width});
  return 8 + width;
}

std::size_t StackWalker::add_lock(Address lock) {
  const std::uint32_t begin =
      std::min(offsets_.gil_holder, offsets_.gil_locked);
  const std::size_t size =
      std::max(offsets_.gil_holder + 8, offsets_.gil_locked + 4) - begin;
  pieces_.push_back({lock + begin, lock_bytes_.data() + begin, size});
  return size;
}

StackWalker::Lock StackWalker::lock_read() const {
  return {load<Address>(lock_bytes_.data() + offsets_.gil_holder),
          load<std::int32_t>(lock_bytes_.data() + offsets_.gil_locked) != 0};
}

// Where the address of the innermost frame stands; 0: not known yet.
Address StackWalker::frame_pointer() const {
  if (!offsets_.through_cframe) return thread_ + offsets_.thread_frame;
  return cframes_.empty() ? 0 : cframes_.back() + offsets_.cframe_frame;
}

// Place in the copies, or kNowhere.
std::size_t StackWalker::find(Address address, std::size_t size) const {
  auto it = std::upper_bound(
      plan_.begin() + kFixedRanges, plan_.end(), address,
      [](Address a, const Range& range) { return a < range.begin; });
  if (it == plan_.begin() + kFixedRanges) return kNowhere;
  --it;
  // Not `address + size`: what a torn chain holds may be the last address.
  const Address offset = address - it->begin;
  if (size > it->size || offset > it->size - size) return kNowhere;
  return it->offset + offset;
}

const std::byte* StackWalker::frame_bytes(const Bytes& copy, Address frame,
                                          bool& missing) {
  const std::size_t at = find(frame, offsets_.frame_size);
  if (at != kNowhere) return copy.data() + at;
  missing = true;
  if (!memory_.read(frame, single_.data(), single_.size())) return nullptr;
  return single_.data();
}

// What the thread's pointer and the cframes say; no frame: not in the plan.
StackWalker::Position StackWalker::position(Address pointer,
                                            const std::byte* cframes) const {
  if (!offsets_.through_cframe) return {0, pointer};
  const Address offset = pointer - plan_[1].begin;
  const std::size_t size = offsets_.cframe_frame + 8;
  if (plan_[1].size < size || offset > plan_[1].size - size) return {pointer};
  return {pointer, load<Address>(cframes + offset + offsets_.cframe_frame)};
}

StackWalker::Position StackWalker::before() const {
  return position(load<Address>(first_.data() + offsets_.thread_frame),
                  first_.data() + plan_[1].offset);
}

StackWalker::Position StackWalker::between() const {
  return position(pointer_, cframes_between_.data());
}

// A flag in 3.8 and 3.9; FRAME_EXECUTING and FRAME_UNWINDING of 3.10.
bool StackWalker::executes(const std::byte* frame) const {
  if (offsets_.frame_state == 0) return true;
  const auto state = load<signed char>(frame + offsets_.frame_state);
  if (offsets_.lines == cpython::LineFormat::kLnotab) return state != 0;
  return state == 0 || state == 2;
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

// Follows the chain in the first copy, but for the innermost frame if the
// thread came to it after that; frames outside of it are read singly.
bool StackWalker::follow(Address frame, bool& missing) {
  chain_.clear();
  backs_.clear();
  from_c_.clear();
  // A torn chain may be a ring: it comes back to where a power of two was.
  Address seen = 0;
  came_later_ = between() != before();
  for (std::size_t count = 0; frame != 0; ++count) {
    if (count > kDeepest || frame % 8 != 0 || frame == seen) return false;
    if ((count & (count - 1)) == 0) seen = frame;
    const Bytes& copy = count == 0 && came_later_ ? second_ : first_;
    const std::byte* bytes = frame_bytes(copy, frame, missing);
    if (!bytes) return false;
    const auto back = load<Address>(bytes + offsets_.frame_back);
    const bool entry =
        offsets_.frame_owner != 0 &&
        load<unsigned char>(bytes + offsets_.frame_owner) == kOwnedByCStack;
    chain_.push_back(decode(frame, bytes));
    if (entry) chain_.back().code = kEntry;
    // Of the innermost one the pointer says it; but a free one has no caller.
    const bool told = count == 0 && back != 0;
    if (!told && !executes(bytes)) chain_.back().code = 0;
    backs_.push_back(back);
    from_c_.push_back(offsets_.frame_entry != 0 &&
                      load<unsigned char>(bytes + offsets_.frame_entry) != 0);
    frame = back;
  }
  return true;
}

// Where the thread has come from is a chain of the first copy, too; what both
// have in common has not been left. The index of the innermost such frame; the
// size of the chain: not known.
std::size_t StackWalker::meeting() const {
  Address frame = before().frame;
  const std::size_t near = std::min(kMostMoves, chain_.size());
  for (std::size_t i = 0; i < kMostMoves && frame != 0; ++i) {
    for (std::size_t at = 0; at < near; ++at) {
      if (chain_[at].frame == frame) return at;
    }
    const std::size_t at = find(frame, offsets_.frame_size);
    if (at == kNowhere) break;
    frame = load<Address>(first_.data() + at + offsets_.frame_back);
  }
  return chain_.size();
}

// The innermost frame as the first copy has it, if both have the same call.
const std::byte* StackWalker::first_leaf() const {
  const std::size_t at = find(chain_.front().frame, offsets_.frame_size);
  if (at == kNowhere) return nullptr;
  const std::byte* bytes = first_.data() + at;
  const bool same =
      load<Address>(bytes + offsets_.frame_back) == backs_[0] &&
      decode(chain_.front().frame, bytes).code == chain_.front().code;
  return same ? bytes : nullptr;
}

// Compares a frame of the chain with the second copy.
StackWalker::Agreement StackWalker::agreement(const RawFrame& frame,
                                              Address back) const {
  const std::size_t at = find(frame.frame, offsets_.frame_size);
  if (at == kNowhere) return {};
  const std::byte* bytes = second_.data() + at;
  RawFrame again = decode(frame.frame, bytes);
  if (frame.code == kEntry) again.code = kEntry;
  return {load<Address>(bytes + offsets_.frame_back) == back &&
              again.code == frame.code && executes(bytes),
          again.instruction};
}

// Keeps the outer frames of the chain that both copies have, and the innermost
// one where it leads to those: that copy has been made while it was called. A
// frame that has moved on was at one of two places. Where the first copy has
// it, if the thread was not in it between that and the pointer: in none of the
// chain if it has only returned, else in none outside of where it called from.
// The second copy may be of a moment at which all inner frames have ended.
void StackWalker::keep_agreed(RawStack& stack) {
  std::size_t keep = chain_.size();
  const bool later = came_later_ && !chain_.empty();
  std::size_t late = later ? meeting() + 1 : 0;  // as the second has them
  if (later && late == 1) {
    const std::byte* leaf = first_leaf();
    late = leaf ? 0 : chain_.size();
    if (leaf) chain_.front() = decode(chain_.front().frame, leaf);
  }
  stack.moved = came_later_;
  lone_leaf_ = doubtful_ = false;
  elsewhere_.assign(chain_.size(), 0);
  for (; keep > 0; --keep) {
    RawFrame& frame = chain_[keep - 1];
    const Agreement second = agreement(frame, backs_[keep - 1]);
    stack.moved =
        stack.moved || !second.same || second.instruction != frame.instruction;
    if (frame.code == 0) break;
    if (keep == 1 && chain_.size() > 1) {
      lone_leaf_ = came_later_ ? !first_leaf() : !second.same;
      continue;
    }
    if (!second.same) break;
    elsewhere_[keep - 1] = second.instruction;
    if (keep <= late) std::swap(frame.instruction, elsewhere_[keep - 1]);
  }
  // What has not moved was so, whatever the tables say, or has come round.
  if (stack.moved) {
    keep = first_that_calls(keep);
  } else if (keep == 0 && chain_ != sure_) {
    doubtful_ = first_that_calls(0) > 0;
    if (!doubtful_) sure_ = chain_;
  }
  stack.moved = stack.moved || keep > 0;
  stack.uncertain = keep > 0;
  stack.frames.assign(chain_.begin() + static_cast<std::ptrdiff_t>(keep),
                      chain_.end());
  std::erase_if(stack.frames,
                [](const RawFrame& f) { return f.code == kEntry; });
}

void StackWalker::remember(Address cframe) {
  std::erase_if(cframes_, [&](Address one) {
    return one == cframe ||
           std::max(one, cframe) - std::min(one, cframe) > kCframesReach;
  });
  if (cframes_.size() == kMostCframes) cframes_.erase(cframes_.begin());
  cframes_.push_back(cframe);
}

void StackWalker::plan_for(Address cframe) {
  if (cframe != 0) remember(cframe);
  if (known_.size() > 2 * chain_.size() + 64) known_.clear();
  // Those of the chain stand first, hence are kept.
  std::vector<Known> now;
  for (std::size_t i = 0; i < chain_.size(); ++i) {
    now.push_back({chain_[i].frame, chain_.size() - i});
  }
  known_.insert(known_.begin(), now.begin(), now.end());
  std::stable_sort(
      known_.begin(), known_.end(),
      [](const Known& a, const Known& b) { return a.frame < b.frame; });
  known_.erase(std::unique(known_.begin(), known_.end(),
                           [](const Known& a, const Known& b) {
                             return a.frame == b.frame;
                           }),
               known_.end());
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

// Of a chain that cannot be, though nothing has moved: whether it is to be read
// once more.
bool StackWalker::still_doubted(const RawStack& stack, int& doubts) {
  if (!doubtful_) return false;
  doubts = !stack.moved && chain_ == doubted_ ? doubts + 1 : 1;
  doubted_ = chain_;
  if (doubts < kDoubts) return true;
  sure_ = chain_;
  return false;
}

bool StackWalker::walk(RawStack& stack, Address lock) {
  lock_at_ = lock;
  const RawFrame before = root_;
  int doubts = 0;
  doubted_.clear();
  for (int attempt = 0; attempt < kWalks; ++attempt) {
    hurried_ = attempt > 0;
    if (!walk_once(stack) || !rooted(stack)) continue;
    if (slow_ && stack.moved && attempt < kSlowWalks) continue;
    if (still_doubted(stack, doubts)) continue;
    if (doubtful_) return true;  // as it was each time
    stack.moved = stack.moved || (attempt > 0 && root_ == before);
    return true;
  }
  return false;
}

// Reads until the plan covers the chain, a few times at most.
bool StackWalker::read_chain() {
  for (int attempt = 0; attempt < kPlans; ++attempt) {
    if (!read_plan()) {
      if (known_.empty() && cframes_.empty()) return false;
      known_.clear();
      cframes_.clear();
      build_plan();
      if (!read_plan()) return false;
    }
    const Position then = between();
    Address start = then.frame;
    bool missing = then.cframe != 0 && start == 0;
    if (missing) {
      start =
          memory_.get<Address>(then.cframe + offsets_.cframe_frame).value_or(0);
    }
    const bool complete = follow(start, missing);
    if (complete && !missing) {
      if (then.cframe != 0) remember(then.cframe);
      return true;
    }
    if (attempt + 1 == kPlans) return complete;
    if (!complete) known_.clear();
    plan_for(then.cframe);
  }
  return false;
}

bool StackWalker::walk_once(RawStack& stack) {
  if (!read_chain()) return false;
  const std::uint32_t id = offsets_.native_thread_id ? offsets_.native_thread_id
                                                     : offsets_.thread_id;
  stack.thread_id = load<std::uint64_t>(first_.data() + id);
  const std::size_t walked = chain_.size();
  foreseen_ = walked ? chain_.front().frame : 0;
  keep_agreed(stack);
  if (!stack.uncertain && !stack.frames.empty() &&
      tail_frame_ == stack.frames.front().frame) {
    const RawFrame& inner = stack.frames.front();
    const Leaf leaf{inner.frame, inner.instruction};
    stack.moved = stack.moved || tail_ != leaf;
  }
  return walked == 0 || !stack.frames.empty();
}

StackWalker::Again StackWalker::look_again(const RawStack& stack,
                                           Address lock) {
  Again again;
  pieces_.clear();
  const std::size_t lock_size = lock ? add_lock(lock) : 0;
  std::size_t wanted = lock_size;
  Leaf now;
  Leaf then;
  if (!stack.frames.empty() && frame_pointer()) {
    const RawFrame& inner = stack.frames.front();
    then = {inner.frame, inner.instruction};
    wanted += add_leaf(inner.frame, now);
  }
  const std::size_t got = memory_.read_ranges(pieces_);
  if (lock && got >= lock_size) again.lock = lock_read();
  if (then.frame == 0 || got != wanted) return again;
  again.still = now == then;
  if (again.still && tail_frame_ != then.frame) {
    pieces_.clear();
    wanted = add_leaf(then.frame, now);
    if (memory_.read_ranges(pieces_) != wanted)
      return {false, false, again.lock};
    again.still = now == then;
  }
  again.moved = !again.still;
  return again;
}

}  // namespace ppp::profiler
