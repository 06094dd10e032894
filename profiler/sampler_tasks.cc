// SPDX-License-Identifier: Apache-2.0
// The part of the sampler that looks at the tasks of event loops.

#include <algorithm>
#include <chrono>
#include <map>

#include "profiler/sampler.h"

namespace ppp::profiler {
namespace {

// Readings of many tasks may take at most that share of a CPU.
constexpr double kMostTaskLoad = 0.02;
constexpr double kLongestPauseS = 1;
// Of an event loop. 1,000 take a few milliseconds.
constexpr std::size_t kMostTasks = 1024;
constexpr std::size_t kLeastTasks = 32;

double task_clock_s() {
  using Clock = std::chrono::steady_clock;
  return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

}  // namespace

// Its module may be loaded some time after the first of asyncio's own code.
void Sampler::look_for_tasks(double now_s) {
  if (task_walker_ || !uses_asyncio_ || now_s < tasks_next_s_) return;
  if (!cpython::tells_tasks(interpreter_.offsets)) {
    uses_asyncio_ = false;
    tasks_next_s_ = now_s + kLongestPauseS;
    return;
  }
  const auto at = cpython::find_task_offsets(pid_, interpreter_, memory_);
  if (at) {
    task_walker_.emplace(memory_, interpreter_.offsets, *at);
    tasks_.begin();
  }
  tasks_pause_s_ = std::min(2 * tasks_pause_s_, kLongestPauseS);
  tasks_next_s_ = now_s + tasks_pause_s_;
}

void Sampler::count_tasks(Address state, Tracked& tracked, bool running,
                          double now_s) {
  if (!task_walker_ || tracked.no_event_loop) return;
  if (tracked.tasks_known) {
    tasks_.wait(tracked.tasks, weight_);
    return;
  }
  const auto what = task_walker_->running(state);
  if (!what) return;
  tracked.no_event_loop = what->loop == 0;
  if (tracked.no_event_loop) return;
  if (what->task != 0) {
    count_running_task(tracked, what->task, running, now_s);
    return;
  }
  if (running) return;
  if (now_s < tracked.tasks_due_s) {
    tracked.tasks_since += weight_;
    return;
  }
  if (!read_tasks(state, what->loop, tracked, now_s)) {
    tasks_.wait_untold(weight_);
    return;
  }
  tracked.tasks_known = true;
  tasks_.wait(tracked.tasks, weight_ + tracked.tasks_since);
  tracked.tasks_since = 0;
}

// The stack was read before: the task belongs to it only if its coroutine is
// there.
void Sampler::count_running_task(Tracked& tracked, Address task, bool running,
                                 double now_s) {
  const auto named = task_walker_->name_of(task);
  if (!named) return;
  const std::vector<RawFrame>& raw = tracked.stack.frames;
  const auto at = std::ranges::find(raw, named->frame, &RawFrame::frame);
  if (at == raw.end()) return;
  Code* code = codes_.find(at->code, now_s);
  if (!code) return;
  tasks_.run(named->name,
             {name_file_(code->file), code->function, 0, code->first_line},
             !running, weight_);
}

// False: they could not be read, or the thread ran meanwhile.
bool Sampler::read_tasks(Address state, Address loop, Tracked& tracked,
                         double now_s) {
  const double begun_s = task_clock_s();
  TaskWalker::Walk walk;
  bool good = tracked.probe->slept() &&
              task_walker_->walk(state, loop, tracked.tasks_most, walk);
  if (good) {
    tracked.tasks = {{}, walk.unread, walk.more};
    std::map<int, int> counts;
    for (const AwaitChain& chain : walk.tasks) {
      if (chain.empty()) continue;  // it is about to begin
      const int await = await_of(chain, now_s);
      if (await < 0) {
        ++tracked.tasks.unread;
      } else {
        ++counts[await];
      }
    }
    for (const auto& [await, tasks] : counts) {
      tracked.tasks.waiting.push_back({await, tasks});
    }
    const auto after = tracked.probe->look(surroundings_);
    good = after && after->unchanged;
  }
  tracked.tasks_most = good ? std::min(2 * tracked.tasks_most, kMostTasks)
                            : std::max(tracked.tasks_most / 2, kLeastTasks);
  tracked.tasks_due_s = now_s + (task_clock_s() - begun_s) / kMostTaskLoad;
  return good;
}

int Sampler::await_of(const AwaitChain& chain, double now_s) {
  std::vector<int> frames;
  for (const RawFrame& frame : chain) {
    int expression = -1;
    frames.push_back(frame_index(frame, now_s, expression));
    if (frames.back() < 0) return -1;
  }
  return tasks_.await(frames);
}

}  // namespace ppp::profiler
