// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <map>

#include "profiler/formats/exported.h"
#include "profiler/formats/formats.h"

namespace ppp::profiler {
namespace {

// ";" parts frames and a line break parts stacks.
std::string clean(std::string text) {
  for (char& c : text) {
    if (c == ';' || c == '\n' || c == '\r') c = ' ';
  }
  return text;
}

}  // namespace

std::string frame_label(const Frame& frame) {
  std::string place = frame.file;
  if (frame.line > 0) place += ":" + std::to_string(frame.line);
  return place.empty() ? frame.function : frame.function + " (" + place + ")";
}

std::vector<NamedProcess> named_processes(const Profile& profile) {
  std::vector<NamedProcess> all = {{&profile, ""}};
  for (const Profile& process : profile.processes)
    all.push_back({&process, ""});
  if (all.size() == 1) return all;
  for (NamedProcess& one : all) {
    one.name = "process " + process_name(*one.profile);
  }
  return all;
}

std::string to_collapsed(const Profile& whole) {
  std::map<std::string, double> folded;
  for (const Exported& process : exported(whole)) {
    for (const Stack& stack : process.stacks) {
      const Thread& thread =
          process.threads[static_cast<std::size_t>(stack.thread)];
      std::string line = process.name.empty() ? "" : clean(process.name) + ";";
      line += thread.main ? std::string("main thread")
                          : "thread " + std::to_string(thread.native_id);
      for (int index : stack.frames) {
        const Frame& frame = process.frames[static_cast<std::size_t>(index)];
        line += ";" + clean(frame_label(frame));
      }
      folded[line] += stack.cost.wall_s;
    }
  }
  std::string text;
  for (const auto& [line, seconds] : folded) {
    text += line + " " + std::to_string(std::llround(seconds * 1e6)) + "\n";
  }
  return text;
}

}  // namespace ppp::profiler
