// SPDX-License-Identifier: Apache-2.0
// A small Profile with two threads for the tests.

#pragma once

#include "profiler/profile.h"

namespace ppp::profiler {

inline Profile sample_profile() {
  Profile p;
  p.command = {"main.py", "120"};
  p.executable = "/usr/bin/python3";
  p.python = "3.11.7";
  p.wall_s = 2;
  p.cpu_s = 1.5;
  p.samples = 20;
  p.rate_hz = 1000;
  p.missed = 3;
  p.errors = 1;
  p.max_threads = 2;
  p.threads = {{100, true}, {101, false}};
  p.frames = {{"main.py", "<module>", 20, 1},
              {"main.py", "work", 9, 8},
              {"lib;x.py", "Lib.go", 4, 3}};
  Cost python;
  python.wall_s = python.cpu_s = 1.25;
  python.python_s = 1;
  python.native_s = 0.25;
  python.nogil_s = 0.125;
  Cost sleep;
  sleep.wall_s = sleep.wait_s[static_cast<int>(Wait::kSleep)] = 0.5;
  p.stacks = {
      {0, {0, 1}, 12, python}, {0, {0, 2}, 5, sleep}, {1, {2}, 3, sleep}};
  p.loops = {{"main.py", "<module>", 20, "range", 12, 1, 120, 120, 60, 1.9},
             {"main.py", "work", 9, "list", 9, 120, 8, 7.5, 500, 1.25}};
  p.expressions = {{"main.py", 9, {8, 9, 14}, 0.5, 0.5},
                   {"main.py", 9, {8, 10, 3}, 0.75, 0.75}};
  p.tasks = {.told = true,
             .idle_s = 0.5,
             .untold_s = 0.125,
             .cut_s = 0.25,
             .unread_s = 0.0625,
             .most = 3,
             .costs = {{"reader", "main.py", "work", 8, 0.5, 0.25}},
             .awaits = {{{1, 2}, 0.75, 2}, {{2}, 0.25, 1}}};
  p.native = {.asked = true,
              .refused = "perf_event_open is refused",
              .rate_hz = 250,
              .kernel = false,
              .joined = 7,
              .no_room = 1,
              .far = 2,
              .not_unwound = 3,
              .no_line = 4,
              .functions = {{"deflate", "libz", false}, {"", "", true}},
              .stacks = {{"main.py", 9, "work", {1, 0}, 5},
                         {"main.py", 20, "<module>", {}, 2}}};
  return p;
}

/// The same with a process below it.
inline Profile sample_tree() {
  Profile child = sample_profile();
  child.pid = 200;
  child.parent = 100;
  child.started_s = 0.5;
  child.command = {"worker.py", "a\nb"};
  child.threads = {{200, true}, {201, false}};
  Profile tree = sample_profile();
  tree.pid = 100;
  tree.unsampled = 2;
  tree.processes = {child};
  return tree;
}

}  // namespace ppp::profiler
