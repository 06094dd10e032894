// SPDX-License-Identifier: Apache-2.0
#include "profiler/profile.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace ppp::profiler {
namespace {

// What the interpreter does for every call.
bool is_call_machinery(std::string_view name) {
  while (name.starts_with('_')) name.remove_prefix(1);
  for (const std::string_view part :
       {"PyObject_Vectorcall", "PyObject_MakeTpCall", "PyObject_Call",
        "PyObject_FastCall", "PyVectorcall_", "PyCFunction_", "PyCall_",
        "PyEval_CallFunction", "PyFunction_Vectorcall", "call_function",
        "do_call_core", "PyVectorcall", "PyFunction_FastCall"}) {
    if (name.starts_with(part)) return true;
  }
  return name.find("vectorcall") != std::string_view::npos ||
         (name.starts_with("cfunction_"));
}

// Of a stack that is all the interpreter's own.
std::string interpreter_share(const NativeCosts& native,
                              const NativeStack& stack) {
  if (stack.functions.empty()) return "bytecode";
  for (int index : stack.functions) {
    const NativeFunction& function =
        native.functions[static_cast<std::size_t>(index)];
    if (function.name.empty() || is_call_machinery(function.name)) continue;
    return function.name + " (the interpreter)";
  }
  return "functions of the interpreter";
}

std::string native_share(const NativeCosts& native, const NativeStack& stack) {
  std::vector<const NativeFunction*> foreign;
  for (int index : stack.functions) {
    const auto& function = native.functions[static_cast<std::size_t>(index)];
    if (!function.interpreter) foreign.push_back(&function);
  }
  if (foreign.empty()) return interpreter_share(native, stack);
  const NativeFunction* outer = nullptr;  // that has a name
  const NativeFunction* entry = nullptr;  // likewise, of the innermost library
  const std::string& library = foreign.back()->library;
  for (const NativeFunction* function : foreign) {
    if (function->name.empty()) continue;
    if (!outer) outer = function;
  }
  for (auto it = foreign.rbegin(); it != foreign.rend(); ++it) {
    if ((*it)->library != library) break;
    if (!(*it)->name.empty()) entry = *it;
  }
  const std::string place = library.empty() ? "code in no file" : library;
  std::string what;
  if (outer && outer != entry) what = outer->name + " → ";
  if (!entry) return what + place;
  return what + entry->name + " (" + place + ")";
}

}  // namespace

std::vector<NativeShare> native_shares(const Profile& profile,
                                       const std::string& file, int line) {
  std::map<std::string, std::int64_t> by_name;
  for (const NativeStack& stack : profile.native.stacks) {
    if (stack.line != line || stack.file != file) continue;
    by_name[native_share(profile.native, stack)] += stack.samples;
  }
  std::vector<NativeShare> shares;
  for (auto& [what, samples] : by_name) shares.push_back({what, samples});
  std::ranges::stable_sort(shares, std::greater(), &NativeShare::samples);
  return shares;
}

Cost& Cost::operator+=(const Cost& other) {
  wall_s += other.wall_s;
  cpu_s += other.cpu_s;
  python_s += other.python_s;
  native_s += other.native_s;
  nogil_s += other.nogil_s;
  for (std::size_t i = 0; i < wait_s.size(); ++i) wait_s[i] += other.wait_s[i];
  return *this;
}

std::vector<LineCost> line_costs(const Profile& profile) {
  using Key = std::pair<std::string, int>;
  std::map<Key, LineCost> lines;
  auto line_of = [&](const Frame& frame) -> LineCost& {
    LineCost& line = lines[{frame.file, frame.line}];
    line.file = frame.file;
    line.line = frame.line;
    return line;
  };
  for (const Stack& stack : profile.stacks) {
    if (stack.frames.empty()) continue;
    std::set<Key> seen;
    for (int index : stack.frames) {
      const Frame& frame = profile.frames[static_cast<std::size_t>(index)];
      if (!seen.insert({frame.file, frame.line}).second) continue;
      line_of(frame).total_s += stack.cost.wall_s;
    }
    int leaf = stack.frames.back();
    line_of(profile.frames[static_cast<std::size_t>(leaf)]).self += stack.cost;
  }
  std::vector<LineCost> sorted;
  for (auto& [key, line] : lines) sorted.push_back(std::move(line));
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const LineCost& a, const LineCost& b) {
                     return a.self.wall_s > b.self.wall_s;
                   });
  return sorted;
}

const Frame& awaiting_frame(const Profile& profile, const AwaitCost& cost) {
  auto frame_at = [&](int index) -> const Frame& {
    return profile.frames[static_cast<std::size_t>(index)];
  };
  for (auto at = cost.frames.rbegin(); at != cost.frames.rend(); ++at) {
    const std::string& file = frame_at(*at).file;
    const bool installed = file.starts_with('<') ||
                           file.find("/lib/python3") != std::string::npos ||
                           file.find("-packages/") != std::string::npos;
    if (!installed) return frame_at(*at);
  }
  return frame_at(cost.frames.back());
}

bool has_event_loop(const Profile& profile) {
  return std::ranges::any_of(profile.frames, [](const Frame& frame) {
    return frame.file.ends_with("asyncio/base_events.py") &&
           frame.function.ends_with("run_forever");
  });
}

std::string process_name(const Profile& process) {
  static constexpr std::size_t kLongest = 60;
  std::string command;
  for (const std::string& word : process.command) {
    command += (command.empty() ? "" : " ") + word;
  }
  for (char& c : command) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  if (command.size() > kLongest) {
    std::size_t end = kLongest;  // not amidst of a character of UTF-8
    while (end > 0 && (command[end] & 0xC0) == 0x80) --end;
    command = command.substr(0, end) + "…";
  }
  return std::to_string(process.pid) + " (" + command + ")";
}

const LoopFact* loop_fact(const Profile& profile, const std::string& file,
                          int line, int end_line) {
  const LoopFact* first = nullptr;
  for (const LoopFact& fact : profile.loops) {
    if (fact.file != file || fact.line < line || fact.line > end_line) continue;
    if (!first || fact.line < first->line) first = &fact;
  }
  return first;
}

}  // namespace ppp::profiler
