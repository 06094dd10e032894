// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "profiler/formats/formats.h"

namespace ppp::profiler {
namespace {

using Json = nlohmann::ordered_json;

Json thread_profile(const Profile& profile, std::size_t index) {
  const Thread& thread = profile.threads[index];
  Json samples = Json::array();
  Json weights = Json::array();
  double total = 0;
  for (const Stack& stack : profile.stacks) {
    if (static_cast<std::size_t>(stack.thread) != index) continue;
    samples.push_back(stack.frames);
    weights.push_back(stack.cost.wall_s);
    total += stack.cost.wall_s;
  }
  return {{"type", "sampled"},
          {"name", thread.main ? std::string("main thread")
                               : "thread " + std::to_string(thread.native_id)},
          {"unit", "seconds"},
          {"startValue", 0},
          {"endValue", total},
          {"samples", std::move(samples)},
          {"weights", std::move(weights)}};
}

}  // namespace

std::string to_speedscope(const Profile& profile) {
  Json frames = Json::array();
  for (const Frame& frame : profile.frames) {
    frames.push_back(
        {{"name", frame.function}, {"file", frame.file}, {"line", frame.line}});
  }
  Json profiles = Json::array();
  for (std::size_t i = 0; i < profile.threads.size(); ++i) {
    profiles.push_back(thread_profile(profile, i));
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
