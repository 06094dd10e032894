// SPDX-License-Identifier: Apache-2.0
#include "profiler/sampler.h"

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <limits>

namespace ppp::profiler {
namespace {

constexpr double kListSeconds = 0.004;
constexpr double kWindowSeconds = 0.1;
constexpr double kLeastOnCpu = 0.1;
constexpr std::size_t kMostThreads = 1 << 16;
// A thread that is known to run is asked again after that: at high rates a look
// has to end before the next.
constexpr double kRunsOnSeconds = 25e-6;
// Where glibc keeps the kernel's thread id in struct pthread on x86-64.
constexpr Address kGlibcTid = 720;

StackWalker::Leaf leaf_of(const RawStack& stack) {
  if (stack.uncertain || stack.frames.empty()) return {};
  return {stack.frames.front().frame, stack.frames.front().instruction};
}

bool is_subprocess_wait(const Frame& frame) {
  return frame.function.ends_with("_wait") &&
         frame.file.ends_with("/subprocess.py");
}

}  // namespace

Sampler::Sampler(int pid, RemoteMemory& memory,
                 const cpython::Interpreter& interpreter,
                 Aggregator& aggregator, LoopBook& loops, TaskTally& tasks,
                 std::function<std::string(const std::string&)> name_file,
                 std::unique_ptr<native::NativeWatch> native)
    : pid_(pid),
      memory_(memory),
      interpreter_(interpreter),
      aggregator_(aggregator),
      tasks_(tasks),
      name_file_(std::move(name_file)),
      codes_(memory, interpreter_.offsets),
      loops_(memory, interpreter_.offsets, codes_, loops, name_file_),
      surroundings_(pid, memory),
      thread_ids_(pid),
      native_(std::move(native)) {}

int Sampler::sample(double now_s, std::int64_t weight) {
  weight_ = weight;
  if (now_s - listed_s_ >= kListSeconds) {
    if (!list_holds() && !list_threads()) return -1;
    listed_s_ = now_s;
    look_for_gil(now_s);
    look_for_tasks(now_s);
  }
  int failed = 0;
  for (Address state : order_) {
    if (!sample_thread(state, threads_[state], now_s)) {
      ++failed;
      listed_s_ = -1;  // look at the list again before the next sample
    }
  }
  return failed;
}

// It is made some time after the first thread.
void Sampler::look_for_gil(double now_s) {
  if (gil_ != 0 || now_s < gil_next_s_) return;
  gil_ = cpython::find_gil(interpreter_, memory_);
  surroundings_.set_gil(gil_, interpreter_.offsets.gil_size);
  gil_pause_s_ *= 2;
  gil_next_s_ = now_s + gil_pause_s_;
}

// Whether the words that the last walk through the lists has read are the same
// still.
bool Sampler::list_holds() { return listed_s_ >= 0 && links_.hold(memory_); }

// A word of the lists.
std::optional<Address> Sampler::link(Address at) {
  auto value = memory_.get<Address>(at);
  if (value) links_.add(at, *value);
  return value;
}

// Follows the lists of interpreters and of their threads.
bool Sampler::list_threads() {
  const cpython::Offsets& at = interpreter_.offsets;
  links_.clear();
  auto interpreter = link(interpreter_.runtime + at.interpreters_head);
  if (!interpreter) return false;
  for (auto& [state, tracked] : threads_) tracked.seen = false;
  order_.clear();
  while (*interpreter != 0 && order_.size() < kMostThreads) {
    auto state = link(*interpreter + at.threads_head);
    while (state && *state != 0 && order_.size() < kMostThreads) {
      if (*state % 8 != 0) return false;
      if (add_thread(*state)) order_.push_back(*state);
      state = link(*state + at.thread_next);
    }
    if (!state) return false;
    interpreter = link(*interpreter + at.interpreter_next);
    if (!interpreter) return false;
  }
  for (auto it = threads_.begin(); it != threads_.end();) {
    if (it->second.seen) {
      ++it;
      continue;
    }
    end_thread(it->first, it->second);
    it = threads_.erase(it);
  }
  return true;
}

// Starts to track a thread, or notes that it is still there.
bool Sampler::add_thread(Address state) {
  const cpython::Offsets& at = interpreter_.offsets;
  auto id =
      link(state + (at.native_thread_id ? at.native_thread_id : at.thread_id));
  if (!id || *id == 0) return false;  // made, but not started yet
  auto it = threads_.find(state);
  if (it != threads_.end() && it->second.thread_id == *id) {
    it->second.seen = true;
    return true;
  }
  const int native = native_id(*id);
  if (native == 0) return false;
  if (it != threads_.end()) end_thread(state, it->second);
  Tracked tracked;
  tracked.seen = true;
  tracked.thread_id = *id;
  tracked.native_id = native;
  tracked.thread = aggregator_.thread(native, native == pid_);
  tracked.walker = std::make_unique<StackWalker>(
      memory_, at, state, [this](Address code, Address instruction, bool anew) {
        return codes_.call_site(code, instruction, anew);
      });
  tracked.probe = std::make_unique<ThreadProbe>(pid_, native);
  if (native_) tracked.events = native_->open(native);
  threads_[state] = std::move(tracked);
  return true;
}

// The kernel's id. Before 3.11 the state holds only the pthread_t.
int Sampler::native_id(std::uint64_t thread_id) {
  if (interpreter_.offsets.native_thread_id) {
    // A state that is being freed may hold anything.
    return thread_ids_.ours(static_cast<int>(thread_id));
  }
  const int theirs =
      memory_.get<std::int32_t>(thread_id + kGlibcTid).value_or(0);
  if (const int tid = thread_ids_.ours(theirs)) return tid;
  // Another C library: at least a lone thread is known.
  return threads_.empty() ? pid_ : 0;
}

bool Sampler::sample_thread(Address state, Tracked& tracked, double now_s) {
  std::optional<ThreadState> what;
  if (tracked.probe->slept()) {
    what = tracked.probe->look(surroundings_);
    if (!what) return has_ended();
    if (what->unchanged && tracked.stack_index >= 0) {
      aggregator_.count(tracked.stack_index, tracked.activity, weight_);
      aggregator_.count_expressions(tracked.expressions, weight_);
      loops_.still(state, static_cast<double>(weight_));
      count_tasks(state, tracked, false, now_s);
      return true;
    }
  }
  const bool asked = what.has_value();
  // Where it shares our CPU nothing can move as we look: then the kernel is
  // asked before the memory is read again.
  const bool shares = !asked && tracked.probe->last_cpu() == ::sched_getcpu() &&
                      now_s - tracked.runs_s >= kRunsOnSeconds;
  bool walked = walk(tracked, shares ? gil_ : 0);
  const bool stood = walked && shares && !tracked.stack.moved;
  if (stood) {
    what = tracked.probe->look(surroundings_, true);
    if (!what) return has_ended();
  }
  if (stood && what->running && tracked.walker->lock() &&
      tracked.probe->last_cpu() == ::sched_getcpu()) {
    tracked.again = {true, false, tracked.walker->lock()};
  } else if (walked && (!what || what->running)) {
    look_closer(tracked, what, now_s);
  }
  if (stood) tracked.runs_s = now_s;
  if (!what) {
    what = tracked.probe->look(surroundings_);
    if (!what) return has_ended();
    tracked.runs_s = now_s;
  }
  // It may have fallen asleep elsewhere since the walk, and all that it sleeps
  // will count for what was walked.
  if (!asked && !what->running) walked = walk(tracked);
  if (!what->running) {
    tracked.again = {};
    tracked.runs_s = -1;
  }
  if (!walked) {
    tracked.stack_index = -1;
    return false;
  }
  const int index = resolve(tracked, now_s);
  tracked.stack_index = index;
  if (index < 0) return false;
  if (tracked.events) read_native(tracked, now_s);
  const Before before{tracked.leaf, tracked.activity};
  tracked.leaf = leaf_of(tracked.stack);
  tracked.activity = activity_of(tracked, *what, state, before, now_s);
  aggregator_.count(index, tracked.activity, weight_);
  aggregator_.count_expressions(tracked.expressions, weight_);
  loops_.sample(state, tracked.stack, now_s, static_cast<double>(weight_),
                !what->running);
  tracked.tasks_known = tracked.no_event_loop = false;
  count_tasks(state, tracked, what->running, now_s);
  return true;
}

// After a walk: what moves under our eyes runs, and what did a moment ago does
// so still; else the kernel is to be asked. What has stood at one place since
// then need not be read once more.
void Sampler::look_closer(Tracked& tracked, std::optional<ThreadState>& what,
                          double now_s) {
  const bool ran = now_s - tracked.runs_s < kRunsOnSeconds;
  const bool stands = ran && tracked.again.still && !tracked.stack.moved &&
                      leaf_of(tracked.stack) == tracked.leaf;
  if (tracked.stack.moved) tracked.again = {};
  if (!tracked.stack.moved && !stands) {
    tracked.again = tracked.walker->look_again(tracked.stack, gil_);
    tracked.stack.moved = tracked.again.moved;
  }
  if (tracked.stack.moved) tracked.runs_s = now_s;
  if (!what && (tracked.stack.moved || ran)) {
    what = ThreadState{true, Wait::kOther, false};
  }
}

bool Sampler::walk(Tracked& tracked, Address lock) {
  return tracked.walker->walk(tracked.stack, lock) &&
         tracked.stack.thread_id == tracked.thread_id;
}

// No error, but the list of threads is out of date.
bool Sampler::has_ended() {
  listed_s_ = -1;
  return true;
}

Wait Sampler::wait_of(const Tracked& tracked, const ThreadState& state) const {
  // Popen.wait with a time-out sleeps in short steps.
  const bool child =
      !state.running && state.wait == Wait::kSleep && !tracked.frames.empty() &&
      is_subprocess_wait(aggregator_.frame_at(tracked.frames.back()));
  return child ? Wait::kChild : state.wait;
}

Activity Sampler::activity_of(Tracked& tracked, const ThreadState& state,
                              Address thread, const Before& before,
                              double now_s) {
  const StackWalker::Again& again = tracked.again;
  if (!state.running) return {false, wait_of(tracked, state)};
  if (!tracked.stack.moved && again.lock &&
      (!again.lock->locked || again.lock->holder != thread)) {
    const Activity gil{false, Wait::kGil};
    if (before.activity == gil && before.leaf == tracked.leaf) return gil;
    aggregator_.add_native(tracked.stack_index, static_cast<double>(weight_));
    aggregator_.add_unlocked(tracked.stack_index, weight_);
    return {true, Wait::kOther};
  }
  if (tracked.window.empty()) {
    tracked.window_s = now_s;
    tracked.window_start = tracked.probe->run_times();
  }
  const bool still = again.still && stands_still(tracked, before);
  tracked.window.push_back({tracked.stack_index, still, weight_});
  if (now_s - tracked.window_s > kWindowSeconds) close_window(tracked);
  return {true, Wait::kOther};
}

// Where it shares our CPU it cannot have moved between the reads.
bool Sampler::stands_still(Tracked& tracked, const Before& before) {
  if (tracked.leaf.frame == 0) return false;
  if (before.activity.running && before.leaf == tracked.leaf) return true;
  return tracked.probe->cpu() != ::sched_getcpu();
}

// Of samples of which a share p had no CPU, and hence stood still, the native
// part is (still - p) / (1 - p).
void Sampler::close_window(Tracked& tracked) {
  const RunTimes end = tracked.probe->run_times();
  const auto ran =
      static_cast<double>(end.running - tracked.window_start.running);
  const auto ready =
      static_cast<double>(end.ready - tracked.window_start.ready);
  const bool known = end.running > tracked.window_start.running;
  const double on_cpu =
      known ? std::clamp(ran / (ran + ready), kLeastOnCpu, 1.0) : 1.0;
  for (const Still& sample : tracked.window) {
    const double still = sample.still ? 1 : 0;
    aggregator_.add_native(sample.stack, static_cast<double>(sample.weight) *
                                             (still - (1 - on_cpu)) / on_cpu);
  }
  tracked.window.clear();
}

void Sampler::finish() {
  for (auto& [state, tracked] : threads_) end_thread(state, tracked);
}

void Sampler::end_thread(Address state, Tracked& tracked) {
  close_window(tracked);
  loops_.end(state);
  tracked.events.reset();
  if (tracked.tasks_since > 0) tasks_.wait_untold(tracked.tasks_since);
  tracked.tasks_since = 0;
}

// Outer frames seldom change, and what they were resolved to neither.
int Sampler::resolve(Tracked& tracked, double now_s) {
  const std::vector<RawFrame>& raw = tracked.stack.frames;
  const std::size_t same = still_resolved(tracked, now_s);
  if (same == raw.size() && same == tracked.resolved.size() &&
      tracked.stack_index >= 0) {
    return tracked.stack_index;
  }
  tracked.resolved.resize(same);
  tracked.frames.resize(same);
  tracked.expressions.resize(same);
  if (same == 0) tracked.resolved_until_s = std::numeric_limits<double>::max();
  addresses_.clear();
  for (std::size_t i = 0; i < raw.size() - same; ++i) {
    addresses_.push_back(raw[i].code);
  }
  codes_.refresh(addresses_, now_s);
  for (std::size_t i = raw.size() - same; i > 0; --i) {
    const RawFrame& frame = raw[i - 1];
    int expression = -1;
    const int index = frame_index(frame, now_s, expression);
    if (index < 0) break;  // what lies above was torn
    tracked.resolved.push_back(frame);
    tracked.frames.push_back(index);
    tracked.expressions.push_back(expression);
    tracked.resolved_until_s = std::min(tracked.resolved_until_s,
                                        codes_.find(frame.code, now_s)->due_s);
  }
  if (tracked.frames.empty() && !raw.empty()) return -1;
  return aggregator_.stack(tracked.thread, tracked.frames);
}

// How many of the outermost frames are those of the last time.
std::size_t Sampler::still_resolved(const Tracked& tracked,
                                    double now_s) const {
  const std::vector<RawFrame>& raw = tracked.stack.frames;
  if (now_s > tracked.resolved_until_s) return 0;
  std::size_t same = 0;
  while (same < raw.size() && same < tracked.resolved.size() &&
         raw[raw.size() - 1 - same] == tracked.resolved[same]) {
    ++same;
  }
  return same;
}

int Sampler::frame_index(const RawFrame& raw, double now_s, int& expression) {
  Code* code = codes_.find(raw.code, now_s);
  if (!code || !codes_.runs_there(raw.code, *code, raw.instruction)) return -1;
  const std::size_t unit = codes_.unit_of(*code, raw.instruction);
  int& memo = code->memo[unit];
  int& expression_memo = code->expression_memo[unit];
  expression = expression_memo;
  if (memo >= 0) return memo;
  Frame frame;
  frame.file = name_file_(code->file);
  frame.function = code->function;
  frame.first_line = code->first_line;
  frame.line = unit < code->lines.size() ? code->lines[unit] : code->first_line;
  memo = aggregator_.frame(frame);
  if (frame.file.find("asyncio/") != std::string::npos) uses_asyncio_ = true;
  expression_memo = unit < code->columns.size()
                        ? aggregator_.expression(frame, code->columns[unit])
                        : -1;
  expression = expression_memo;
  return memo;
}

}  // namespace ppp::profiler
