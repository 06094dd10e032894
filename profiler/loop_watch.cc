// SPDX-License-Identifier: Apache-2.0
#include "profiler/loop_watch.h"

#include <algorithm>
#include <chrono>

namespace ppp::profiler {
namespace {

constexpr double kLookSeconds = 0.01;
constexpr std::size_t kMostLoops = 48;

double clock_s() {
  using Clock = std::chrono::steady_clock;
  return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

}  // namespace

LoopWatch::LoopWatch(
    RemoteMemory& memory, const cpython::Offsets& offsets, CodeCache& codes,
    LoopBook& book,
    const std::function<std::string(const std::string&)>& name_file)
    : memory_(memory),
      offsets_(offsets),
      codes_(codes),
      book_(book),
      name_file_(name_file),
      iterators_(memory, offsets) {}

void LoopWatch::sample(Address thread, const RawStack& stack, double now_s,
                       double weight, bool important) {
  Watched& watched = threads_[thread];
  const bool due = now_s - watched.looked_s >= kLookSeconds;
  if (due || watched.again || important) {
    settle(watched);
    if (due || important || !look_again(watched, stack, now_s)) {
      look(watched, stack, now_s);
    }
    watched.again = due && !watched.running.empty();
    if (due) watched.looked_s = now_s;
  }
  watched.pending += weight;
}

void LoopWatch::end(Address thread) {
  auto it = threads_.find(thread);
  if (it == threads_.end()) return;
  settle(it->second);
  threads_.erase(it);
}

// The time since the last look belongs to the loops that ran then.
void LoopWatch::settle(Watched& watched) {
  for (const Running& one : watched.running) {
    book_.tally(one.loop).add_time(watched.pending);
  }
  watched.pending = 0;
}

void LoopWatch::look(Watched& watched, const RawStack& stack, double now_s) {
  found_.clear();
  cut_ = stack.uncertain;
  if (!find(stack, now_s, watched.running) || !read_iterators()) {
    found_.clear();
  }
  if (!found_.empty()) {
    compare(watched.running);
    look_twice();
    LoopTally::Around around;
    for (const Running& one : found_) {
      book_.tally(one.loop).look(one.state, around, one.entered);
      around = {one.loop, one.sight.iterator, one.sight.progress};
    }
  }
  if (cut_) carry_on(watched.running);
  std::swap(watched.running, found_);
}

bool LoopWatch::find(const RawStack& stack, double now_s,
                     const std::vector<Running>& before) {
  for (auto it = stack.frames.rbegin(); it != stack.frames.rend(); ++it) {
    Code* code = codes_.find(it->code, now_s);
    if (!code || !add_loops(*it, *code, before)) {
      cut_ = true;
      break;
    }
    if (found_.size() >= kMostLoops) break;
  }
  return !found_.empty();
}

bool LoopWatch::add_loops(const RawFrame& frame, Code& code,
                          const std::vector<Running>& before) {
  const auto running = codes_.loops(frame.code, code)
                           .at(codes_.unit_of(code, frame.instruction));
  if (running.empty()) return true;
  Address values = frame.frame + offsets_.frame_locals + 8 * code.locals;
  const std::size_t next = found_.size();
  if (next < before.size() && before[next].frame == frame.frame &&
      before[next].code == frame.code) {
    values = before[next].values;
  } else if (offsets_.frame_values) {
    auto pointer = memory_.get<Address>(frame.frame + offsets_.frame_values);
    if (!pointer || *pointer == 0 || *pointer % 8 != 0) return false;
    values = *pointer;
  }
  for (const cpython::RunningLoop& one : running) {
    Running found;
    found.loop = loop_number(code, one.loop);
    found.frame = frame.frame;
    found.code = frame.code;
    found.values = values;
    found.slot = values + 8 * static_cast<Address>(one.slot);
    found_.push_back(std::move(found));
  }
  return true;
}

int LoopWatch::loop_number(Code& code, int index) {
  int& memo = code.loop_memo[static_cast<std::size_t>(index)];
  if (memo >= 0) return memo;
  const std::size_t unit = code.loops->units()[static_cast<std::size_t>(index)];
  const int line =
      unit < code.lines.size() ? code.lines[unit] : code.first_line;
  memo = book_.loop({name_file_(code.file), code.function, line, unit});
  return memo;
}

// Fills in the iterators. From the first that is none on, all are left out.
bool LoopWatch::read_iterators() {
  words_.assign(found_.size(), 0);
  ranges_.clear();
  for (std::size_t i = 0; i < found_.size(); ++i) {
    ranges_.push_back({found_[i].slot, &words_[i], 8});
  }
  if (memory_.read_ranges(ranges_) != 8 * found_.size()) {
    cut_ = true;
    return false;
  }
  for (std::size_t i = 0; i < found_.size(); ++i) {
    Running& one = found_[i];
    one.sight.iterator = words_[i] & offsets_.reference_mask;
    if (!iterators_.read(one.sight.iterator, one.state)) {
      found_.resize(i);
      cut_ = true;
      break;
    }
    one.sight.at_s = clock_s();
    one.sight.counts = one.state.counter != 0;
    one.sight.progress = one.state.falling ? -one.state.count : one.state.count;
  }
  return !found_.empty();
}

// Against the look before. Where an outer loop has gone on, those inside it
// have been begun again.
void LoopWatch::compare(const std::vector<Running>& before) {
  bool same = true;
  bool restarted = false;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    Running& now = found_[i];
    same = same && i < before.size() && before[i].loop == now.loop;
    if (!same) {
      now.entered = true;
      continue;
    }
    restarted = restarted || before[i].frame != now.frame;
    now.entered =
        book_.tally(now.loop).pair(before[i].sight, now.sight, restarted);
    restarted = now.entered || restarted ||
                before[i].sight.progress != now.sight.progress;
  }
}

// The words that tell whether all is where it was, and the counters.
bool LoopWatch::read_words(const std::vector<Running>& loops) {
  words_.assign(3 * loops.size(), 0);
  ranges_.clear();
  for (std::size_t i = 0; i < loops.size(); ++i) {
    const Running& one = loops[i];
    ranges_.push_back({one.frame + offsets_.frame_code, &words_[3 * i], 8});
    ranges_.push_back({one.slot, &words_[3 * i + 1], 8});
    const Address counter = one.state.counter ? one.state.counter : one.slot;
    ranges_.push_back({counter, &words_[3 * i + 2], 8});
  }
  if (memory_.read_ranges(ranges_) != 24 * loops.size()) return false;
  for (std::size_t i = 0; i < loops.size(); ++i) {
    words_[3 * i] &= offsets_.reference_mask;
    words_[3 * i + 1] &= offsets_.reference_mask;
  }
  return true;
}

LoopSight LoopWatch::sight_of(const Running& one, std::size_t index,
                              double at_s) const {
  LoopSight sight = one.sight;
  sight.at_s = at_s;
  sight.iterator = words_[3 * index + 1];
  if (sight.counts) {
    const Address word = words_[3 * index + 2];
    sight.progress =
        static_cast<std::int64_t>(one.state.falling ? 0 - word : word);
  }
  return sight;
}

// Once more, some microseconds later: also tells that the frames are still
// where they were.
void LoopWatch::look_twice() {
  const bool read = read_words(found_);
  const double at_s = clock_s();
  bool restarted = false;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    Running& one = found_[i];
    if (!read || words_[3 * i] != one.code) {
      found_.resize(i);
      cut_ = true;
      return;
    }
    const LoopSight again = sight_of(one, i, at_s);
    const bool other =
        book_.tally(one.loop).close_pair(one.sight, again, restarted);
    restarted = restarted || other || again.progress != one.sight.progress;
    // Of another entry we know no state: the next look finds it changed.
    if (!other) one.sight = again;
  }
}

// At the sample after a look: the same loops on the same iterators in one
// call. False when there are others, and nothing has been noted.
bool LoopWatch::look_again(Watched& watched, const RawStack& stack,
                           double now_s) {
  found_.clear();
  if (!find(stack, now_s, watched.running) ||
      found_.size() != watched.running.size() || !read_words(watched.running)) {
    return false;
  }
  const double at_s = clock_s();
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const Running& one = watched.running[i];
    if (one.loop != found_[i].loop || words_[3 * i] != one.code ||
        words_[3 * i + 1] != one.sight.iterator) {
      return false;
    }
  }
  bool restarted = false;
  LoopTally::Around around;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    Running& one = watched.running[i];
    const LoopSight again = sight_of(one, i, at_s);
    LoopTally& tally = book_.tally(one.loop);
    const bool other = tally.pair(one.sight, again, restarted);
    restarted = restarted || other || again.progress != one.sight.progress;
    one.sight = again;
    tally.look_again(one.state.source, around, other);
    around = {one.loop, again.iterator, again.progress};
  }
  return true;
}

// A look that lost its inner frames says nothing about the loops in there.
void LoopWatch::carry_on(const std::vector<Running>& before) {
  if (found_.size() >= before.size()) return;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    if (found_[i].loop != before[i].loop || found_[i].entered ||
        found_[i].sight.progress != before[i].sight.progress) {
      return;
    }
  }
  found_.insert(found_.end(),
                before.begin() + static_cast<std::ptrdiff_t>(found_.size()),
                before.end());
}

}  // namespace ppp::profiler
