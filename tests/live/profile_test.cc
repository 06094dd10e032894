// SPDX-License-Identifier: Apache-2.0
// What record() says of programs whose costs are known by construction.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "profiler/profile_json.h"
#include "tests/live/interpreters.h"

namespace ppp::profiler {
namespace {

class LiveProfile : public ::testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    python_ = find_python(GetParam());
    if (python_.empty()) GTEST_SKIP() << "3." << GetParam() << " is missing";
  }

  Profile run(const Script& script, double rate_hz = 1000) {
    RecordOptions options;
    options.rate_hz = rate_hz;
    options.timeout_s = 60;
    auto recording = record(script.command(python_), options);
    if (!recording) {
      ADD_FAILURE() << recording.error().what;
      return {};
    }
    EXPECT_EQ(recording->status.code, 0);
    EXPECT_EQ(recording->status.signal, 0);
    EXPECT_LE(recording->profile.errors, recording->profile.samples / 20 + 8);
    return recording->profile;
  }

  /// For what is said of shares of time. They are measured by samples, so on a
  /// machine that had no time to take them nothing can be said: nullopt.
  std::optional<Profile> run_measured(const Script& script) {
    for (int i = 0; i < 5; ++i) {
      Profile profile = run(script);
      if (HasFailure()) return std::nullopt;
      if (profile.missed <= 2 * profile.samples) return profile;
    }
    return std::nullopt;
  }

  std::string python_;
};

constexpr const char* kTooBusy = "the machine is too busy to take samples";

void expect_wait(const Profile& profile, int line, Wait wait, double least) {
  const Cost cost = under(profile, line);
  const double got = cost.wait_s[static_cast<std::size_t>(wait)];
  std::string all;
  for (std::size_t i = 0; i < cost.wait_s.size(); ++i) {
    if (cost.wait_s[i] <= 0) continue;
    all += " " + std::string(wait_name(static_cast<Wait>(i))) + " " +
           std::to_string(cost.wait_s[i]);
  }
  EXPECT_GE(got, least) << wait_name(wait) << " on line " << line << ":" << all;
  EXPECT_GE(got, 0.7 * (cost.wall_s - cost.cpu_s))
      << wait_name(wait) << " on line " << line << ":" << all;
}

TEST_P(LiveProfile, SharesOfPythonCode) {
  const Script script(R"(
def small(n):
    t = 0
    while n:
        t += n & 3  # L:small
        n -= 1

def large(n):
    t = 0
    while n:
        t += n & 3
        n -= 1

for _ in range(250):
    small(6000)
    large(14000)
)");
  // A machine that stands still for a while charges that to one line: the best
  // of several runs counts.
  Profile profile;
  Cost small, large;
  for (int i = 0; i < 5; ++i) {
    const auto measured = run_measured(script);
    if (!measured) GTEST_SKIP() << kTooBusy;
    profile = *measured;
    small = inside(profile, "small");
    large = inside(profile, "large");
    ASSERT_GT(small.wall_s + large.wall_s, 0.02);
    if (std::abs(small.wall_s / (small.wall_s + large.wall_s) - 0.3) < 0.13) {
      break;
    }
  }
  EXPECT_NEAR(small.wall_s / (small.wall_s + large.wall_s), 0.3, 0.13);
  EXPECT_GE(small.cpu_s + large.cpu_s, 0.9 * (small.wall_s + large.wall_s));
  EXPECT_GE(large.python_s, 0.5 * large.cpu_s);
  EXPECT_GT(under(profile, script.line("small")).wall_s, 0);
  for (const Frame& frame : profile.frames) {
    if (frame.function == "small") {
      EXPECT_EQ(frame.first_line, 2);
      EXPECT_GE(frame.line, 2);
      EXPECT_LE(frame.line, 6);
    }
  }
}

TEST_P(LiveProfile, TwoCallsOnOneLine) {
  // The shares are those of sleeps: shares of CPU time in a short program
  // depend on where the scheduler stopped it.
  const Script script(R"(
from time import sleep
a = list(range(8000))
for _ in range(20):
    x = sleep(0.002), sleep(0.008)  # L:waits
for _ in range(2000):
    x = sum(a), max(a)  # L:computes
)");
  const auto profile = run_measured(script);
  if (!profile) GTEST_SKIP() << kTooBusy;
  if (minor_of(GetParam()) < 11) {
    EXPECT_TRUE(profile->expressions.empty());
    return;
  }
  std::map<std::pair<int, Columns>, double> self;
  for (const ExpressionCost& e : profile->expressions) {
    if (e.file != "script.py") continue;
    EXPECT_GE(e.total_s, e.self_s);
    self[{e.line, e.columns}] += e.self_s;
  }
  const int waits = script.line("waits"), computes = script.line("computes");
  const double first = self[{waits, {8, waits, 20}}];
  const double second = self[{waits, {22, waits, 34}}];
  EXPECT_NEAR(second / (first + second), 0.8, 0.1);
  EXPECT_GE(first + second, 0.8 * under(*profile, waits).wall_s);
  EXPECT_GT((self[{computes, {8, computes, 14}}]), 0);
  EXPECT_GT((self[{computes, {16, computes, 22}}]), 0);
}

TEST_P(LiveProfile, NativeCode) {
  const Script script(R"(
import hashlib
data = b'x' * (1 << 24)
for _ in range(12):
    hashlib.sha256(data)  # L:hash
for _ in range(4):
    sum(range(2000000))  # L:sum
)");
  const auto measured = run_measured(script);
  if (!measured) GTEST_SKIP() << kTooBusy;
  const Profile& profile = *measured;
  for (const char* mark : {"hash", "sum"}) {
    const Cost cost = under(profile, script.line(mark));
    ASSERT_GT(cost.cpu_s, 0.01) << mark;
    EXPECT_GE(cost.native_s, 0.6 * cost.cpu_s) << mark;
  }
  // hashlib lets the lock go for large data, sum() keeps it.
  const Cost hash = under(profile, script.line("hash"));
  const Cost sum = under(profile, script.line("sum"));
  if (GetParam() >= kFree) {  // there is none
    EXPECT_EQ(hash.nogil_s, 0);
  } else {
    EXPECT_GE(hash.nogil_s, 0.6 * hash.cpu_s);
  }
  EXPECT_LE(sum.nogil_s, 0.2 * sum.cpu_s);
}

TEST_P(LiveProfile, Waits) {
  const Script script(R"(
import asyncio, os, socket, subprocess, sys, threading, time

def after(seconds, action):
    def run():
        time.sleep(seconds)
        action()
    threading.Thread(target=run).start()

time.sleep(0.15)  # L:sleep

a = socket.socket()
a.bind(('127.0.0.1', 0))
a.listen(1)
b = socket.create_connection(a.getsockname())
c, _ = a.accept()
after(0.15, lambda: c.sendall(b'x'))
b.recv(1)  # L:recv
b.settimeout(5)
after(0.15, lambda: c.sendall(b'x'))
b.recv(1)  # L:recv-time-out

lock = threading.Lock()
lock.acquire()
after(0.15, lock.release)
lock.acquire()  # L:lock

nap = [sys.executable, '-S', '-c', 'import time; time.sleep(0.12)']
subprocess.Popen(nap).wait()  # L:wait
subprocess.Popen(nap).wait(timeout=9)  # L:wait-time-out
subprocess.check_output(nap)  # L:pipe
asyncio.run(asyncio.sleep(0.15))  # L:async-sleep
)");
  const auto measured = run_measured(script);
  if (!measured) GTEST_SKIP() << kTooBusy;
  const Profile& profile = *measured;
  expect_wait(profile, script.line("sleep"), Wait::kSleep, 0.07);
  expect_wait(profile, script.line("recv"), Wait::kNetwork, 0.07);
  expect_wait(profile, script.line("recv-time-out"), Wait::kNetwork, 0.07);
  expect_wait(profile, script.line("lock"), Wait::kLock, 0.07);
  expect_wait(profile, script.line("wait"), Wait::kChild, 0.07);
  expect_wait(profile, script.line("wait-time-out"), Wait::kChild, 0.07);
  expect_wait(profile, script.line("pipe"), Wait::kChild, 0.07);
  expect_wait(profile, script.line("async-sleep"), Wait::kSleep, 0.07);
  EXPECT_GE(profile.max_threads, 2);
  EXPECT_GE(profile.threads.size(), 2u);
  EXPECT_EQ(std::count_if(profile.threads.begin(), profile.threads.end(),
                          [](const Thread& t) { return t.main; }),
            1);
}

TEST_P(LiveProfile, DiskAndInterpreterLock) {
  const Script script(R"(
import os, threading
with open('out', 'wb') as f:
    for _ in range(20):
        f.write(b'x' * 300000)
        f.flush()
        os.fsync(f.fileno())  # L:fsync

def spin(n):
    while n:
        n -= 1

threads = [threading.Thread(target=spin, args=(4000000,)) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()  # L:join
)");
  const auto measured = run_measured(script);
  if (!measured) GTEST_SKIP() << kTooBusy;
  const Profile& profile = *measured;
  const Cost fsync = under(profile, script.line("fsync"));
  const double waited = fsync.wall_s - fsync.cpu_s;
  if (waited > 0.02) {  // a file system in memory does not wait
    EXPECT_GE(fsync.wait_s[static_cast<std::size_t>(Wait::kDisk)],
              0.6 * waited);
  }
  const Cost spin = inside(profile, "spin");
  // Two of three wait for it; on a busy machine for a CPU as well.
  const double waits = spin.wait_s[static_cast<std::size_t>(Wait::kGil)];
  EXPECT_TRUE(GetParam() >= kFree ? waits == 0 : waits > 0) << waits;
  EXPECT_EQ(profile.threads.size(), 4u);
}

TEST_P(LiveProfile, DeepStacksAndGenerators) {
  const Script script(R"(
import sys
sys.setrecursionlimit(5000)

def spin(n):
    while n:
        n -= 1

def down(n):
    if n:
        down(n - 1)  # L:down
    else:
        spin(6000000)

down(700)

def numbers(n):
    while n:
        k = 300
        while k:
            k -= 1
        yield n  # L:yield
        n -= 1

class User:
    def consume(self):
        for n in numbers(24000):
            n * n

User().consume()  # L:consume
)");
  const Profile profile = run(script);
  std::size_t deepest = 0;
  bool inside_generator = false;
  for (const Stack& stack : profile.stacks) {
    deepest = std::max(deepest, stack.frames.size());
    std::vector<std::string> names;
    for (int index : stack.frames) {
      names.push_back(profile.frames[static_cast<std::size_t>(index)].function);
    }
    const std::string consume =
        minor_of(GetParam()) >= 11 ? "User.consume" : "consume";
    if (names == std::vector<std::string>{"<module>", consume, "numbers"}) {
      inside_generator = true;
    }
  }
  EXPECT_EQ(deepest, 703u);  // <module>, down 701 times, spin
  EXPECT_TRUE(inside_generator);
  // Each counted once per sample, however often it is on the stack.
  const Cost down = under(profile, script.line("down"));
  const Cost spin = inside(profile, "spin");
  EXPECT_NEAR(down.wall_s, spin.wall_s, 0.3 * spin.wall_s + 0.03);
}

// Samples whose stack is not a0 calls a1 calls a2 …, or the same with b.
std::int64_t mixed_samples(const Profile& profile) {
  std::int64_t mixed = 0;
  for (const Stack& stack : profile.stacks) {
    std::set<char> sides;
    int expected = 0;
    for (int index : stack.frames) {
      const Frame& frame = profile.frames[static_cast<std::size_t>(index)];
      if (frame.file != "script.py" || frame.function == "<module>") continue;
      sides.insert(frame.function[0]);
      const bool next = frame.function.substr(1) == std::to_string(expected++);
      if (!next) sides.insert('?');
    }
    if (sides.size() > 1) mixed += stack.samples;
  }
  return mixed;
}

TEST_P(LiveProfile, StacksAreNeverMixed) {
  std::string text;
  for (const char* side : {"a", "b"}) {
    for (int i = 0; i < 12; ++i) {
      text += "def " + std::string(side) + std::to_string(i) + "(): " + side +
              std::to_string(i + 1) + "()\n";
    }
    text += "def " + std::string(side) + "12(): pass\n";
  }
  text += "for _ in range(150000):\n    a0()\n    b0()\n";
  std::int64_t mixed = 0;
  std::int64_t samples = 0;
  // A busy machine takes few samples per run, and one sample proves nothing.
  for (int i = 0; i < 40 && samples < 600; ++i) {
    const Profile profile = run(Script(text));
    mixed += mixed_samples(profile);
    samples += profile.samples;
  }
  EXPECT_GT(samples, 30);
  // One in eight without the second look at frames. A machine that stops us
  // between the looks, for as long as the program needs to come back to the
  // same line, lets a few through.
  EXPECT_LE(mixed, 1 + samples / 20);
}

// A look after the other, without sleep: calls that never meet, and short
// waits.
TEST_P(LiveProfile, AsFastAsItCan) {
  const Script script(R"(
import time

def a(n): return a(n - 1) if n else b_inner()
def b(n): return b(n - 1) if n else a_inner()
def a_inner(): return 1
def b_inner(): return 2

end = time.monotonic() + 0.5
while time.monotonic() < end:
    a(6)  # L:a
    b(6)  # L:b
for _ in range(100):
    time.sleep(0.002)  # L:naps
time.sleep(0.2)  # L:sleep
)");
  const Profile profile = run(script, 100'000);
  EXPECT_GT(profile.samples, 100);
  std::int64_t wrong = 0;
  for (const Stack& stack : profile.stacks) {
    std::set<std::string> names;
    for (const int i : stack.frames) {
      names.insert(profile.frames[static_cast<std::size_t>(i)].function);
    }
    const bool mixed = (names.contains("a") && names.contains("b")) ||
                       (names.contains("a") && names.contains("a_inner")) ||
                       (names.contains("b") && names.contains("b_inner"));
    if (mixed) wrong += stack.samples;
  }
  EXPECT_LE(wrong, 1 + profile.samples / 20);  // as above
  expect_wait(profile, script.line("naps"), Wait::kSleep, 0.15);
  expect_wait(profile, script.line("sleep"), Wait::kSleep, 0.15);
}

// Between two items a generator has no caller: a chain that was read just then
// must not count as a stack of its own.
TEST_P(LiveProfile, GeneratorsHaveTheirCallers) {
  const Script script(R"(
def moves(n):
    for k in range(n):
        if k % 3:
            yield k

def search(depth):
    if depth == 0:
        return sum(k * k for k in range(25))
    return max(search(depth - 1) for k in moves(9))

for _ in range(300):
    search(4)
)");
  const Profile profile = run(script);
  std::int64_t torn = 0;
  for (const Stack& stack : profile.stacks) {
    if (stack.frames.empty()) continue;
    const Frame& root =
        profile.frames[static_cast<std::size_t>(stack.frames.front())];
    if (root.file == "script.py" && root.function != "<module>") {
      torn += stack.samples;
    }
  }
  // Twice the same wrong caller is rare, not impossible.
  EXPECT_LE(torn, profile.samples / 50);
  EXPECT_GT(profile.samples, 30);
  EXPECT_LE(profile.errors, profile.samples / 20);
}

// Without the lock each thread runs a copy of the bytecode of its own (3.14).
using LiveFreeThreads = LiveProfile;

TEST_P(LiveFreeThreads, HaveTheLinesOfTheirCopies) {
  const Script script(R"(
import threading, time

def numbers(end):
    while time.perf_counter() < end:
        yield sum(range(300)) + sum(range(900))  # L:yield

def ends(end):
    for n in numbers(end): pass  # L:for

def short():
    ends(time.perf_counter() + 0.02)

def deep(n, end):
    if n:
        deep(n - 1, end)  # L:deep
    else:
        ends(end)  # L:bottom

def work(n):
    deep(n, time.perf_counter() + 0.6)

threads = [threading.Thread(target=work, args=(30 * n,)) for n in range(3)]
for t in threads: t.start()
for _ in range(15):  # copies come and go
    t = threading.Thread(target=short)
    t.start()
    t.join()  # L:short
for t in threads: t.join()
)");
  const auto measured = run_measured(script);
  if (!measured) GTEST_SKIP() << kTooBusy;
  const Profile& profile = *measured;
  EXPECT_GE(under(profile, script.line("yield")).wall_s, 1);
  const std::map<std::string, std::vector<std::string>> marks = {
      {"numbers", {"yield"}}, {"ends", {"for"}}, {"deep", {"deep", "bottom"}}};
  double wrong = 0;
  double all = 0;
  for (const Stack& stack : profile.stacks) {
    for (int index : stack.frames) {
      const Frame& frame = profile.frames[static_cast<std::size_t>(index)];
      const auto known = marks.find(frame.function);
      if (known == marks.end() || frame.line == frame.first_line) continue;
      all += stack.cost.wall_s;
      const bool good =
          std::ranges::any_of(known->second, [&](const std::string& mark) {
            const int line = script.line(mark);
            return frame.line == line || frame.line == line - 1;
          });
      if (!good) wrong += stack.cost.wall_s;
    }
  }
  EXPECT_GT(all, 10);
  EXPECT_EQ(wrong, 0);
  // The second call takes three times as long as the first.
  double first = 0;
  double second = 0;
  for (const ExpressionCost& one : profile.expressions) {
    if (one.line != script.line("yield")) continue;
    if (one.columns.begin == 14) first += one.self_s;
    if (one.columns.begin == 32) second += one.self_s;
  }
  EXPECT_GT(second, 1.5 * first);
  EXPECT_GT(first, 0);
}

INSTANTIATE_TEST_SUITE_P(Python3, LiveFreeThreads,
                         ::testing::ValuesIn(free_versions()));
INSTANTIATE_TEST_SUITE_P(Python3, LiveProfile,
                         ::testing::ValuesIn(all_versions()));

}  // namespace
}  // namespace ppp::profiler
