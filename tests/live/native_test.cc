// SPDX-License-Identifier: Apache-2.0
// Native stacks of real processes: of a child of known functions, and of Python
// programs that call into known libraries. Skipped where perf is refused.

#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <utility>

#include "profiler/native/native_watch.h"
#include "profiler/watched_process.h"
#include "tests/live/interpreters.h"

namespace ppp::profiler {
namespace {

volatile std::uint64_t sink = 0;
}  // namespace

// Not static: their names are to be found, and neither is to become a part of
// the other.
__attribute__((noinline)) void native_test_inner() {
  for (int i = 0; i < 1000; ++i) sink = sink + 1;
}
__attribute__((noinline)) void native_test_outer() {
  while (true) {
    native_test_inner();
    sink = sink + 1;
  }
}

namespace {

/// A process that goes round in known functions.
class Child {
 public:
  Child() : pid_(::fork()) {
    if (pid_ == 0) native_test_outer();
  }
  ~Child() {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  int pid() const { return pid_; }

 private:
  int pid_;
};

TEST(LiveNative, UnwindsKnownFunctions) {
  const Child child;
  auto events = native::ThreadEvents::open(child.pid(), 1'000'000);
  if (!events) GTEST_SKIP() << events.error().what;
  native::Modules modules(child.pid());
  modules.read(1);
  native::Unwinder unwinder(modules);
  int inner = 0, taken = 0;
  for (int i = 0; i < 500 && taken < 50; ++i) {
    ::poll(nullptr, 0, 10);
    events->drain([&](const native::Record& record) {
      if (record.kind != native::RecordKind::kSnapshot) return;
      ++taken;
      std::vector<std::string> names;
      unwinder.begin(record.snapshot);
      do {
        const Address ip = unwinder.frame().ip;
        const native::Module* module = modules.find(ip);
        const ElfFunction* function =
            module ? module->function_at(ip) : nullptr;
        names.push_back(function ? native::function_name(function->name) : "");
      } while (unwinder.step() && names.size() < 3);
      ASSERT_GE(names.size(), 2u);
      const std::size_t outer = names[0].find("inner") != std::string::npos;
      inner += outer == 1;
      EXPECT_EQ(names[outer], "ppp::profiler::native_test_outer()");
    });
  }
  if (taken == 0) GTEST_SKIP() << "the machine gave no samples";
  EXPECT_GE(inner, taken / 2);
}

TEST(LiveNative, SaysWhyItIsRefused) {
  // No such thread: as after its end.
  auto events = native::ThreadEvents::open(0x7ffffff0, 1'000'000);
  ASSERT_FALSE(events.ok());
  EXPECT_NE(events.error().what.find("perf_event_open"), std::string::npos);
  EXPECT_FALSE(events.error().hint.empty());
}

class LiveNativePython : public ::testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    python_ = find_python(GetParam());
    if (python_.empty()) GTEST_SKIP() << "3." << GetParam() << " is missing";
    auto events = native::ThreadEvents::open(::getpid(), 1'000'000);
    if (!events) GTEST_SKIP() << events.error().what;
  }

  Profile run(const Script& script) {
    RecordOptions options;
    options.timeout_s = 60;
    options.native_hz = 250;
    auto recording = record(script.command(python_), options);
    if (!recording) {
      ADD_FAILURE() << recording.error().what;
      return {};
    }
    EXPECT_EQ(recording->status.code, 0);
    return recording->profile;
  }

  std::string python_;
};

// Snapshots of a line that have a function of this library, and all of it.
std::pair<std::int64_t, std::int64_t> in_library(const Profile& profile,
                                                 int line,
                                                 const std::string& library) {
  std::int64_t found = 0, whole = 0;
  for (const NativeStack& stack : profile.native.stacks) {
    if (stack.file != "script.py" || stack.line != line) continue;
    whole += stack.samples;
    const bool has = std::ranges::any_of(stack.functions, [&](int index) {
      const auto& function =
          profile.native.functions[static_cast<std::size_t>(index)];
      return function.library.starts_with(library);
    });
    if (has) found += stack.samples;
  }
  return {found, whole};
}

TEST_P(LiveNativePython, NamesLibraries) {
  const Script script(R"(
import hashlib, time, zlib
data = bytes(range(256)) * 4000
end = time.perf_counter() + 1
while time.perf_counter() < end:
    for i in range(3):
        zlib.compress(data)  # L:zlib
    hashlib.sha512(data * 20).digest()  # L:sha
)");
  const Profile profile = run(script);
  const NativeCosts& native = profile.native;
  EXPECT_TRUE(native.asked);
  EXPECT_EQ(native.refused, "");
  const auto [zlib, of_zlib] = in_library(profile, script.line("zlib"), "libz");
  const auto [sha, of_sha] =
      in_library(profile, script.line("sha"), "libcrypto");
  if (native.joined + native.no_line + native.not_unwound < 50) {
    GTEST_SKIP() << "the machine gave too few samples";
  }
  // Never the other line's, whether or not this build shows its lines.
  EXPECT_EQ(in_library(profile, script.line("zlib"), "libcrypto").first, 0);
  EXPECT_EQ(in_library(profile, script.line("sha"), "libz").first, 0);
  std::int64_t counted = 0;
  for (const NativeStack& stack : native.stacks) counted += stack.samples;
  EXPECT_EQ(counted, native.joined);
  if (native.joined == 0) GTEST_SKIP() << "this build does not show its lines";
  EXPECT_GE(static_cast<double>(zlib), 0.9 * static_cast<double>(of_zlib));
  EXPECT_GE(zlib + sha, native.joined / 2);
  EXPECT_GE(sha, of_sha / 2);
}

TEST_P(LiveNativePython, AsManyAsWereAskedFor) {
  const Script script(R"(
import time
end = time.process_time() + 1
while time.process_time() < end:
    for i in range(1000):
        i * i
)");
  const Profile profile = run(script);
  const NativeCosts& native = profile.native;
  const std::int64_t taken = native.joined + native.no_line +
                             native.not_unwound + native.far + native.no_room;
  if (5 * profile.missed > profile.samples) {
    GTEST_SKIP() << "the machine was too busy to look in time";
  }
  EXPECT_GE(static_cast<double>(taken), 220 * profile.cpu_s);
  EXPECT_LE(static_cast<double>(taken), 300 * profile.cpu_s);
}

TEST_P(LiveNativePython, ShortCallsInTurnsDoNotMix) {
  const Script script(R"(
import hashlib, time, zlib
data = bytes(range(256)) * 40
n = 0
end = time.perf_counter() + 1
while time.perf_counter() < end:
    for i in range(100):
        n += zlib.crc32(data)  # L:zlib
        n += hashlib.sha1(data).digest()[0]  # L:sha
        n += i * i
)");
  const Profile profile = run(script);
  const auto [wrong, of_zlib] =
      in_library(profile, script.line("zlib"), "libcrypto");
  const auto [mixed, of_sha] = in_library(profile, script.line("sha"), "libz");
  EXPECT_LE(wrong, of_zlib / 20);
  EXPECT_LE(mixed, of_sha / 20);
}

TEST_P(LiveNativePython, ThreadsAndLibrariesThatComeLater) {
  const Script script(R"(
import threading, time
def work():
    import zlib
    data = bytes(range(256)) * 4000
    end = time.perf_counter() + 0.7
    while time.perf_counter() < end:
        zlib.compress(data)  # L:zlib
threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
)");
  const Profile profile = run(script);
  if (profile.native.joined == 0) GTEST_SKIP() << "no lines, or no samples";
  const auto [zlib, whole] = in_library(profile, script.line("zlib"), "libz");
  EXPECT_GE(static_cast<double>(zlib), 0.9 * static_cast<double>(whole));
  EXPECT_GT(zlib, 0);
}

// Two libraries at one address in turns: as soon as one goes the other comes.
TEST_P(LiveNativePython, ALibraryInAnothersPlace) {
  if (std::system("c++ --version > /dev/null 2>&1") != 0) {
    GTEST_SKIP() << "there is no c++ on PATH";
  }
  const Script script(R"(
import ctypes, _ctypes, time
def load(name):
    library = ctypes.CDLL("./lib%s.so" % name)
    work = getattr(library, name + "_work")
    work.argtypes = [ctypes.c_ulong]
    return library._handle, work
end = time.perf_counter() + 1
while time.perf_counter() < end:
    handle, work = load("alpha")
    for _ in range(4): work(500000)  # L:alpha
    _ctypes.dlclose(handle)
    handle, work = load("beta")
    for _ in range(4): work(500000)  # L:beta
    _ctypes.dlclose(handle)
)");
  for (const std::string name : {"alpha", "beta"}) {
    const std::string source = script.directory() + "/" + name + ".cc";
    ASSERT_TRUE(write_file(source, "extern \"C\" unsigned long " + name +
                                       "_work(unsigned long n) {\n"
                                       "  volatile unsigned long sum = 0;\n"
                                       "  while (n) sum = sum + n--;\n"
                                       "  return sum;\n}\n")
                    .ok());
    ASSERT_EQ(std::system(("c++ -O1 -shared -fPIC -o " + script.directory() +
                           "/lib" + name + ".so " + source)
                              .c_str()),
              0);
  }
  const Profile profile = run(script);
  const int alpha = script.line("alpha"), beta = script.line("beta");
  const auto [beta_there, of_alpha] = in_library(profile, alpha, "libbeta");
  const auto [alpha_there, of_beta] = in_library(profile, beta, "libalpha");
  EXPECT_LE(beta_there, of_alpha / 50);
  EXPECT_LE(alpha_there, of_beta / 50);
}

// As a process is that goes on when the first one has ended. What waits for its
// line is still counted: sanitizers tell where that is gone by then.
TEST_P(LiveNativePython, MayBeLeftAtAnyMoment) {
  const Script script(R"(
import zlib
data = bytes(range(256)) * 400
while True:
    zlib.compress(data)
)");
  const std::string path = script.path();
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::execl(python_.c_str(), python_.c_str(), path.c_str(), nullptr);
    ::_exit(127);
  }
  auto memory = open_remote_memory(pid);
  ASSERT_TRUE(memory.ok());
  {
    const auto same = [](const std::string& name) { return name; };
    WatchedProcess process(pid, std::move(*memory), "it", same, 1000);
    bool attached = false;
    for (int i = 0; i < 2000; ++i) {
      ::poll(nullptr, 0, 1);
      const double now_s =
          std::chrono::duration<double>(
              std::chrono::steady_clock::now().time_since_epoch())
              .count();
      if (attached) {
        process.sample(now_s, 1);
        continue;
      }
      const auto found = process.try_attach(now_s);
      attached = found.ok() && *found;
      if (attached) i = 1500;
    }
    EXPECT_TRUE(process.sampling());
  }
  ::kill(pid, SIGKILL);
  ::waitpid(pid, nullptr, 0);
}

INSTANTIATE_TEST_SUITE_P(Versions, LiveNativePython,
                         ::testing::ValuesIn(all_versions()));

}  // namespace
}  // namespace ppp::profiler
