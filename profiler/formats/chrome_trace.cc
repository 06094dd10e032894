// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>

#include "profiler/formats/exported.h"
#include "profiler/formats/formats.h"
#include "profiler/profile_json.h"

namespace ppp::profiler {
namespace {

using Json = nlohmann::ordered_json;

// Viewers group tracks by process: each of ours has one for its stacks, and
// one behind it for what it waits for.
constexpr int kFirstStacks = 1;

// The stacks of one thread in an order in which equal outer frames adjoin.
std::vector<const Stack*> in_order(const Exported& process, int thread) {
  std::vector<const Stack*> stacks;
  for (const Stack& stack : process.stacks) {
    if (stack.thread == thread) stacks.push_back(&stack);
  }
  std::sort(stacks.begin(), stacks.end(), [](const Stack* a, const Stack* b) {
    return a->frames < b->frames;
  });
  return stacks;
}

class TraceWriter {
 public:
  TraceWriter(const Exported& process, int stacks, int thread)
      : process_(process),
        stacks_(stacks),
        id_(process.threads[static_cast<std::size_t>(thread)].native_id) {}

  void add(Json& events, const Stack& stack) {
    const auto differ = std::mismatch(open_.begin(), open_.end(),
                                      stack.frames.begin(), stack.frames.end());
    const auto keep = static_cast<std::size_t>(differ.first - open_.begin());
    close_to(events, keep);
    for (std::size_t i = keep; i < stack.frames.size(); ++i) {
      open_.push_back(stack.frames[i]);
      begun_.push_back(now_us_);
    }
    add_waits(events, stack);
    now_us_ += stack.cost.wall_s * 1e6;
  }

  // Ends all frames but the outermost `keep`.
  void close_to(Json& events, std::size_t keep) {
    while (open_.size() > keep) {
      const Frame& frame =
          process_.frames[static_cast<std::size_t>(open_.back())];
      events.push_back(
          {{"name", frame_label(frame)},
           {"cat", process_.is_native(open_.back()) ? "native" : "python"},
           {"ph", "X"},
           {"pid", stacks_},
           {"tid", id_},
           {"ts", begun_.back()},
           {"dur", now_us_ - begun_.back()}});
      open_.pop_back();
      begun_.pop_back();
    }
  }

 private:
  // Below the end of the stack: in front of it the thread runs.
  void add_waits(Json& events, const Stack& stack) {
    double at_us = now_us_ + stack.cost.cpu_s * 1e6;
    for (std::size_t i = 0; i < stack.cost.wait_s.size(); ++i) {
      const double waited_us = stack.cost.wait_s[i] * 1e6;
      if (waited_us <= 0) continue;
      events.push_back({{"name", wait_name(static_cast<Wait>(i))},
                        {"ph", "X"},
                        {"pid", stacks_ + 1},
                        {"tid", id_},
                        {"ts", at_us},
                        {"dur", waited_us}});
      at_us += waited_us;
    }
  }

  const Exported& process_;
  int stacks_;
  std::int64_t id_;
  double now_us_ = 0;
  std::vector<int> open_;
  std::vector<double> begun_;
};

Json name_event(const char* what, int process, std::int64_t thread,
                const std::string& name) {
  return {{"name", what},
          {"ph", "M"},
          {"pid", process},
          {"tid", thread},
          {"args", {{"name", name}}}};
}

void add_tracks(const Exported& process, int stacks, Json& events) {
  std::string name = process.name;
  if (!name.empty()) name += ": ";
  events.push_back(
      name_event("process_name", stacks, 0, name + "Python stacks"));
  events.push_back(name_event("process_name", stacks + 1, 0,
                              name + "off-CPU: what is waited for"));
  for (std::size_t i = 0; i < process.threads.size(); ++i) {
    const Thread& thread = process.threads[i];
    for (int track : {stacks, stacks + 1}) {
      events.push_back(name_event("thread_name", track, thread.native_id,
                                  thread.main ? "main" : "thread"));
    }
    TraceWriter writer(process, stacks, static_cast<int>(i));
    for (const Stack* stack : in_order(process, static_cast<int>(i))) {
      writer.add(events, *stack);
    }
    writer.close_to(events, 0);
  }
}

}  // namespace

std::string to_chrome_trace(const Profile& profile) {
  Json events = Json::array();
  int stacks = kFirstStacks;
  for (const Exported& process : exported(profile)) {
    add_tracks(process, stacks, events);
    stacks += 2;
  }
  Json document = {{"traceEvents", std::move(events)},
                   {"displayTimeUnit", "ms"}};
  return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace ppp::profiler
