// SPDX-License-Identifier: Apache-2.0
#include "advisor/awaited.h"

#include <algorithm>
#include <vector>

#include "advisor/loops.h"
#include "advisor/scopes.h"
#include "advisor/sequence.h"

namespace ppp::advisor {
namespace {

using profiler::Frame;
using profiler::Profile;
using profiler::Stack;

bool is_event_loop(const Frame& frame) {
  return frame.file.ends_with("asyncio/base_events.py") &&
         frame.function.ends_with("run_forever");
}

/// The event loop itself runs, or waits: no callback is code of the project.
bool in_event_loop(const Profile& profile, const Project& project,
                   const Stack& stack) {
  for (auto at = stack.frames.rbegin(); at != stack.frames.rend(); ++at) {
    const Frame& frame = profile.frames[static_cast<std::size_t>(*at)];
    if (is_event_loop(frame)) return true;
    if (project.find(frame.file)) return false;
  }
  return false;
}

bool repeats(Node node) {
  for (Node at = node.parent(); at; at = at.parent()) {
    if (at.is("function_definition") || at.is("lambda")) return false;
    if (at.is("for_statement") || at.is("while_statement") ||
        is_comprehension(at)) {
      return true;
    }
  }
  return false;
}

/// Of the time in which the event loop waited. Fewer tasks that were told than
/// that say nothing of a function that is not among them.
constexpr double kMostUntold = 0.02;

bool tells_all_tasks(const profiler::Tasks& tasks) {
  return tasks.told && tasks.cut_s <= 0 && tasks.idle_s > 0 &&
         tasks.untold_s + tasks.unread_s <= kMostUntold * tasks.idle_s;
}

/// A task was seen waiting in this function, or at what it awaits.
bool waited_in(const Profile& profile, const std::string& file, Node function) {
  auto stands_there = [&](int index) {
    const Frame& frame = profile.frames[static_cast<std::size_t>(index)];
    return frame.file == file && frame.line >= function.line() &&
           frame.line <= function.end_line();
  };
  return std::ranges::any_of(profile.tasks.awaits, [&](const auto& cost) {
    return std::ranges::any_of(cost.frames, stands_there);
  });
}

/// Where an `await` may be one of several that could wait together.
std::vector<Frame> awaits_in_question(const Profile& profile,
                                      const Project& project) {
  const bool told = tells_all_tasks(profile.tasks);
  std::vector<Frame> frames;
  for (const SourceFile& file : project.files) {
    auto add = [&](Node node) {
      const Node function = enclosing(node, {"function_definition"});
      if (told && function && !waited_in(profile, file.file(), function)) {
        return;
      }
      frames.push_back({file.file(), qualified_name(function), node.line(),
                        function.line()});
    };
    walk(file.root(), [&](Node node) {
      if (is_await(node) && repeats(node)) add(node);
      return true;
    });
    for (const Loop& row : find_sequences(file)) {
      for (Node statement : row.sequence) {
        const Node value = statement.child(0).field("right");
        if (value && is_await(value)) add(value);
      }
    }
  }
  return frames;
}

}  // namespace

Profile with_awaits(Profile profile, const Project& project) {
  if (!profiler::has_event_loop(profile)) return profile;
  const std::vector<Frame> awaits = awaits_in_question(profile, project);
  std::vector<int> added;
  for (const Frame& frame : awaits) {
    added.push_back(static_cast<int>(profile.frames.size()));
    profile.frames.push_back(frame);
  }
  for (Stack& stack : profile.stacks) {
    if (!in_event_loop(profile, project, stack)) continue;
    stack.frames.insert(stack.frames.end(), added.begin(), added.end());
  }
  return profile;
}

}  // namespace ppp::advisor
