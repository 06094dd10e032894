// SPDX-License-Identifier: Apache-2.0
#include "harness/sandbox.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/harness/live.h"

namespace ppp::harness {
namespace {

namespace fs = std::filesystem;

/// Every way of isolation that this machine allows.
class SandboxTest : public ::testing::TestWithParam<Isolation> {
 protected:
  void SetUp() override {
    auto made =
        Sandbox::create(system_processes(), project_.program(), GetParam());
    ASSERT_TRUE(made.ok());
    sandbox_ = std::move(*made);
    if (GetParam() == Isolation::kCopy) return;
    Program trial = project_.program({"-c", ""});
    if (!run(trial).ok()) GTEST_SKIP() << "not allowed on this machine";
  }

  Result<ProgramRun> run(const Program& program, const Overrides& changed = {},
                         double timeout_s = 60) {
    return sandbox_->run(program, changed, "0", [&](const Command& command) {
      return run_to_end(system_processes(), command, timeout_s);
    });
  }

  ProgramRun good(const Overrides& changed = {}) {
    auto result = run(project_.program(), changed);
    EXPECT_TRUE(result.ok()) << result.error().what;
    return result.ok() ? *result : ProgramRun{};
  }

  const FileState* changed(const ProgramRun& run, const std::string& name) {
    auto real = fs::canonical(project_.directory()).string() + "/" + name;
    auto found = run.changes.find(real);
    return found == run.changes.end() ? nullptr : &found->second;
  }

  Project project_;
  std::unique_ptr<Sandbox> sandbox_;
};

TEST_P(SandboxTest, KeepsWhatIsPrintedAndTheStatus) {
  project_.write("main.py",
                 "import sys, os\n"
                 "print('out', os.environ['PYTHONHASHSEED'])\n"
                 "print('err', file=sys.stderr)\n"
                 "print(repr(sys.stdin.read()))\n"
                 "sys.exit(7)\n");
  ProgramRun run = good();
  EXPECT_EQ(run.out, "out 0\n''\n");
  EXPECT_EQ(run.err, "err\n");
  EXPECT_EQ(run.status.code, 7);
}

TEST_P(SandboxTest, CapturesWritesAndLeavesTheUsersFilesAlone) {
  project_.write("main.py",
                 "import os, shutil\n"
                 "open('new.txt', 'w').write('new')\n"
                 "open('old.txt', 'a').write('more')\n"
                 "os.remove('gone.txt')\n"
                 "os.makedirs('a/b')\n"
                 "os.symlink('old.txt', 'link')\n"
                 "os.chmod('mode.txt', 0o600)\n"
                 "open('same.txt', 'w').write('same')\n"
                 "os.makedirs('__pycache__', exist_ok=True)\n"
                 "open('__pycache__/x.pyc', 'w').write('x')\n"
                 "shutil.rmtree('tree')\n"
                 "print(sorted(os.listdir('.')))\n");
  for (const char* name : {"old.txt", "gone.txt", "mode.txt", "same.txt"}) {
    project_.write(name, std::string(name).substr(0, 4));
  }
  ::chmod(project_.path("mode.txt").c_str(), 0644);
  fs::create_directories(project_.path("tree/sub"));
  project_.write("tree/sub/leaf", "leaf");
  ProgramRun run = good();
  ASSERT_EQ(run.status.code, 0) << run.err;
  using Kind = FileState::Kind;
  ASSERT_TRUE(changed(run, "new.txt"));
  EXPECT_EQ(changed(run, "new.txt")->size, 3u);
  ASSERT_TRUE(changed(run, "old.txt"));
  EXPECT_EQ(changed(run, "old.txt")->size, 8u);
  ASSERT_TRUE(changed(run, "gone.txt"));
  EXPECT_EQ(changed(run, "gone.txt")->kind, Kind::kDeleted);
  ASSERT_TRUE(changed(run, "a/b"));
  EXPECT_EQ(changed(run, "a/b")->kind, Kind::kDirectory);
  ASSERT_TRUE(changed(run, "link"));
  EXPECT_EQ(changed(run, "link")->target, "old.txt");
  ASSERT_TRUE(changed(run, "mode.txt"));
  EXPECT_EQ(changed(run, "mode.txt")->mode, 0600u);
  ASSERT_TRUE(changed(run, "tree"));
  EXPECT_EQ(changed(run, "tree")->kind, Kind::kDeleted);
  EXPECT_FALSE(changed(run, "__pycache__/x.pyc"));
  EXPECT_FALSE(project_.has("new.txt"));
  EXPECT_FALSE(project_.has("a"));
  EXPECT_EQ(project_.read("old.txt"), "old.");
  EXPECT_EQ(project_.read("gone.txt"), "gone");
  EXPECT_EQ(project_.read("tree/sub/leaf"), "leaf");
  ProgramRun again = good();
  EXPECT_EQ(again.changes, run.changes);
  EXPECT_EQ(again.out, run.out);
}

TEST_P(SandboxTest, AnUntouchedFileIsNoChange) {
  project_.write("same.txt", "same");
  project_.write("main.py",
                 "open('same.txt', 'w').write('same')\n"
                 "open('temporary', 'w').close()\n"
                 "import os; os.remove('temporary')\n");
  ProgramRun run = good();
  EXPECT_TRUE(run.changes.empty()) << run.changes.begin()->first;
}

TEST_P(SandboxTest, ShowsChangedSources) {
  project_.write("main.py", "import helper\nprint(helper.x)\n");
  project_.write("helper.py", "x = 1\n");
  ProgramRun run = good({{project_.path("helper.py"), "x = 2\n"},
                         {project_.path("extra.py"), "y = 3\n"}});
  EXPECT_EQ(run.out, "2\n");
  EXPECT_TRUE(run.changes.empty()) << run.changes.begin()->first;
  EXPECT_EQ(project_.read("helper.py"), "x = 1\n");
  EXPECT_FALSE(project_.has("extra.py"));
  EXPECT_EQ(good().out, "1\n");
}

TEST_P(SandboxTest, EveryRunSeesTheSamePaths) {
  project_.write("main.py",
                 "import os, tempfile\n"
                 "print(os.getcwd(), __file__, tempfile.gettempdir())\n");
  ProgramRun run = good();
  EXPECT_EQ(run.out, good().out);
  if (GetParam() != Isolation::kCopy) {
    EXPECT_NE(run.out.find(fs::canonical(project_.directory()).string() + " "),
              std::string::npos)
        << run.out;
  }
}

TEST_P(SandboxTest, CapturesTheTemporaryDirectory) {
  project_.write("main.py",
                 "import tempfile, os\n"
                 "path = tempfile.gettempdir() + '/harness-test-file'\n"
                 "open(path, 'w').write('x')\n");
  ProgramRun run = good();
  EXPECT_EQ(run.changes.size(), 1u);
  EXPECT_FALSE(fs::exists(fs::temp_directory_path() / "harness-test-file"));
}

TEST_P(SandboxTest, AProgramMayDeleteItsOwnDirectory) {
  project_.write("main.py",
                 "import os, shutil\n"
                 "shutil.rmtree(os.getcwd())\n"
                 "print('gone')\n");
  ProgramRun run = good();
  EXPECT_EQ(run.out, "gone\n") << run.err;
  EXPECT_TRUE(project_.has("main.py"));
  EXPECT_FALSE(run.changes.empty());
}

TEST_P(SandboxTest, RunsPoolsAndSharedMemory) {
  project_.write("main.py",
                 "from concurrent.futures import ProcessPoolExecutor\n"
                 "import multiprocessing as mp\n"
                 "if __name__ == '__main__':\n"
                 "    for how in ('fork', 'spawn', 'forkserver'):\n"
                 "        context = mp.get_context(how)\n"
                 "        with ProcessPoolExecutor(2, context) as pool:\n"
                 "            print(list(pool.map(abs, [-1, -2])))\n"
                 "    value = mp.Value('i', 3)\n"
                 "    print(value.value)\n");
  ProgramRun run = good();
  EXPECT_EQ(run.out, "[1, 2]\n[1, 2]\n[1, 2]\n3\n") << run.err;
  EXPECT_TRUE(run.changes.empty()) << run.changes.begin()->first;
}

TEST_P(SandboxTest, EndsAProgramThatPrintsTooMuch) {
  project_.write("main.py", "while True: print('x' * 1000)\n");
  sandbox_->limits.printed = 3 << 20;
  EXPECT_EQ(good().excess, "prints more than 3 MiB to stdout");
}

TEST_P(SandboxTest, EndsAProgramThatWritesTooMuch) {
  project_.write("main.py",
                 "with open('big', 'wb') as f:\n"
                 "    while True: f.write(b'x' * 100000)\n");
  sandbox_->limits.file = 2 << 20;
  EXPECT_EQ(good().excess, "writes a file of more than 2 MiB");
}

TEST_P(SandboxTest, EndsWhatDoesNotEnd) {
  project_.write("main.py",
                 "import signal, time\n"
                 "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
                 "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
                 "time.sleep(1000)\n");
  auto hung = run(project_.program(), {}, 0.3);
  ASSERT_TRUE(hung.ok());
  EXPECT_TRUE(hung->status.timed_out);
}

TEST_P(SandboxTest, NeitherWaitsForATerminalNorTakesOurs) {
  project_.write("main.py",
                 "try:\n"
                 "    open('/dev/tty')\n"
                 "    print('a terminal')\n"
                 "except OSError:\n"
                 "    print('no terminal')\n"
                 "try:\n"
                 "    input('name? ')\n"
                 "except EOFError:\n"
                 "    print('no input')\n");
  EXPECT_EQ(good().out, "no terminal\nname? no input\n");
}

TEST_P(SandboxTest, GivesTheSameInputEveryTime) {
  project_.write("main.py", "print(input() + input())\n");
  project_.write("in.txt", "a\nb\n");
  Program program = project_.program();
  program.stdin_path = project_.path("in.txt");
  for (int i = 0; i < 2; ++i) {
    auto result = run(program);
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result->out, "ab\n");
  }
}

TEST_P(SandboxTest, RemovesItsScratchDirectory) {
  project_.write("main.py",
                 "import os\n"
                 "os.makedirs('locked/in'); os.chmod('locked', 0)\n");
  std::string scratch;
  auto result =
      sandbox_->run(project_.program(), {}, "", [&](const Command& command) {
        scratch = fs::path(command.stdout_path).parent_path();
        return run_to_end(system_processes(), command, 60);
      });
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(fs::exists(scratch));
  EXPECT_FALSE(fs::exists(scratch + "/run"));
  sandbox_.reset();
  EXPECT_FALSE(fs::exists(scratch));
}

INSTANTIATE_TEST_SUITE_P(Every, SandboxTest,
                         ::testing::Values(Isolation::kMounts,
                                           Isolation::kUserMounts,
                                           Isolation::kCopy),
                         [](const auto& way) {
                           switch (way.param) {
                             case Isolation::kMounts:
                               return "Mounts";
                             case Isolation::kUserMounts:
                               return "UserMounts";
                             default:
                               return "Copy";
                           }
                         });

TEST(Sandbox, FindsAWayOnThisMachine) {
  Project project;
  auto sandbox = Sandbox::create(system_processes(), project.program());
  ASSERT_TRUE(sandbox.ok());
  std::string way = (*sandbox)->description();
  EXPECT_TRUE(way == "overlay" || way.starts_with("copy: ")) << way;
}

TEST(Sandbox, ACopyRefusesSourcesElsewhere) {
  Project project;
  Project elsewhere;
  auto sandbox =
      Sandbox::create(system_processes(), project.program(), Isolation::kCopy);
  ASSERT_TRUE(sandbox.ok());
  auto run = (*sandbox)->run(
      project.program({"-c", ""}), {{elsewhere.path("x.py"), ""}}, "",
      [](const Command& command) {
        return run_to_end(system_processes(), command, 60);
      });
  ASSERT_FALSE(run.ok());
  EXPECT_NE(run.error().what.find("x.py"), std::string::npos);
}

}  // namespace
}  // namespace ppp::harness
