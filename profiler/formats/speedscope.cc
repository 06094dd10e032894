// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "profiler/formats/formats.h"

namespace ppp::profiler {
namespace {

using Json = nlohmann::ordered_json;

// `first`: where its frames begin among those of all processes.
Json thread_profile(const NamedProcess& process, std::size_t index,
                    std::size_t first) {
  const Profile& profile = *process.profile;
  const Thread& thread = profile.threads[index];
  std::string name = process.name.empty() ? "" : process.name + ": ";
  name += thread.main ? std::string("main thread")
                      : "thread " + std::to_string(thread.native_id);
  Json samples = Json::array();
  Json weights = Json::array();
  double total = 0;
  for (const Stack& stack : profile.stacks) {
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
  for (const NamedProcess& process : named_processes(profile)) {
    const std::size_t first = frames.size();
    for (const Frame& frame : process.profile->frames) {
      frames.push_back({{"name", frame.function},
                        {"file", frame.file},
                        {"line", frame.line}});
    }
    for (std::size_t i = 0; i < process.profile->threads.size(); ++i) {
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
