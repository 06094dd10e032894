// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "profiler/formats/exported.h"
#include "profiler/formats/formats.h"

namespace ppp::profiler {
namespace {

using Json = nlohmann::ordered_json;

// `first`: where its frames begin among those of all processes.
Json thread_profile(const Exported& process, std::size_t index,
                    std::size_t first) {
  const Thread& thread = process.threads[index];
  std::string name = process.name.empty() ? "" : process.name + ": ";
  name += thread.main ? std::string("main thread")
                      : "thread " + std::to_string(thread.native_id);
  Json samples = Json::array();
  Json weights = Json::array();
  double total = 0;
  for (const Stack& stack : process.stacks) {
    if (static_cast<std::size_t>(stack.thread) != index) continue;
    Json frames = Json::array();
    for (int frame : stack.frames) {
      frames.push_back(first + static_cast<std::size_t>(frame));
    }
    samples.push_back(std::move(frames));
    weights.push_back(stack.cost.wall_s);
    total += stack.cost.wall_s;
  }
  return {{"type", "sampled"},
          {"name", std::move(name)},
          {"unit", "seconds"},
          {"startValue", 0},
          {"endValue", total},
          {"samples", std::move(samples)},
          {"weights", std::move(weights)}};
}

}  // namespace

std::string to_speedscope(const Profile& profile) {
  Json frames = Json::array();
  Json profiles = Json::array();
  for (const Exported& process : exported(profile)) {
    const std::size_t first = frames.size();
    for (const Frame& frame : process.frames) {
      Json one = {{"name", frame.function}};
      if (!frame.file.empty()) one["file"] = frame.file;
      if (frame.line > 0) one["line"] = frame.line;
      frames.push_back(std::move(one));
    }
    for (std::size_t i = 0; i < process.threads.size(); ++i) {
      profiles.push_back(thread_profile(process, i, first));
    }
  }
  Json document = {
      {"$schema", "https://www.speedscope.app/file-format-schema.json"},
      {"exporter", "pyprof-parallel"},
      {"name", profile.command.empty() ? "python" : profile.command.front()},
      {"activeProfileIndex", 0},
      {"shared", {{"frames", std::move(frames)}}},
      {"profiles", std::move(profiles)}};
  return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace ppp::profiler
