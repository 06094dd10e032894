// SPDX-License-Identifier: Apache-2.0
#include "cli/interpreter.h"

#include <gtest/gtest.h>

#include "base/files.h"

namespace ppp::cli {
namespace {

/// A child that has already ended, after writing to its stdout file.
class EndedChild : public Child {
 public:
  explicit EndedChild(ExitStatus status) : status_(status) {}
  int pid() const override { return 1; }
  int pidfd() const override { return -1; }
  Result<std::optional<ExitStatus>> wait(double) override {
    return std::optional<ExitStatus>(status_);
  }
  void kill() override {}

 private:
  ExitStatus status_;
};

/// Every program prints the same and ends the same.
class OneAnswer : public ProcessRunner {
 public:
  OneAnswer(std::string out, int code) : out_(std::move(out)), code_(code) {}
  Result<std::unique_ptr<Child>> start(const Command& command) override {
    argv = command.argv;
    EXPECT_TRUE(write_file(command.stdout_path, out_).ok());
    EXPECT_TRUE(write_file(command.stderr_path, "").ok());
    ExitStatus status;
    status.code = code_;
    return std::unique_ptr<Child>(new EndedChild(status));
  }
  std::vector<std::string> argv;

 private:
  std::string out_;
  int code_;
};

std::string what_of(const std::string& answer, int code = 0) {
  OneAnswer runner(answer, code);
  auto python = find_interpreter(runner, "/some/python");
  return python.ok() ? "" : python.error().what;
}

TEST(Interpreter, KnowsAiohttpFrom310On) {
  auto import_s = [](const std::string& answer, int code = 0) {
    OneAnswer runner(answer, code);
    return aiohttp_import_s(runner, {"/some/python", "3.11.7"});
  };
  EXPECT_EQ(import_s("a word\naiohttp 3.14.5 0.25\n"), 0.25);
  EXPECT_EQ(import_s("aiohttp 4.0.0a1 0.5\n"), 0.5);
  EXPECT_FALSE(import_s("aiohttp 3.9.5 0.25\n"));
  EXPECT_FALSE(import_s("", 1));
}

TEST(Interpreter, TakesTheRealExecutable) {
  OneAnswer runner("python\ncpython\n3.11.7\n/real/python3\nlocks\n", 0);
  auto python = find_interpreter(runner, "/shim/python3");
  ASSERT_TRUE(python.ok());
  EXPECT_EQ(runner.argv[0], "/shim/python3");
  EXPECT_EQ(python->executable, "/real/python3");
  EXPECT_EQ(python->version, "3.11.7");
  EXPECT_FALSE(python->free_threaded);
}

TEST(Interpreter, SaysThatItRunsWithoutTheLock) {
  OneAnswer runner("python\ncpython\n3.13.0\n/real/python3\nfree\n", 0);
  auto python = find_interpreter(runner, "/shim/python3");
  ASSERT_TRUE(python.ok());
  EXPECT_TRUE(python->free_threaded);
}

TEST(Interpreter, SkipsWhatASitePrints) {
  EXPECT_EQ(what_of("hello\npython\ncpython\n3.8.1\n/p\nlocks\n"), "");
}

TEST(Interpreter, SilenceIsNotPython) {
  EXPECT_EQ(what_of(""), "/some/python is not a Python interpreter");
  EXPECT_EQ(what_of("python\ncpython\n3.11.7\n/p\nlocks\n", 1),
            "/some/python is not a Python interpreter");
}

TEST(Interpreter, NamesTheOldVersion) {
  EXPECT_EQ(what_of("python\ncpython\n3.7.16\n/p\nlocks\n"),
            "/some/python is Python 3.7.16, too old");
  EXPECT_EQ(what_of("python\ncpython\n2.7.18\n/p\nlocks\n"),
            "/some/python is Python 2.7.18, too old");
}

TEST(Interpreter, NamesTheOtherImplementation) {
  EXPECT_EQ(what_of("python\npypy\n3.10.1\n/p\nlocks\n"),
            "/some/python is pypy 3.10.1, not CPython");
}

TEST(Interpreter, PassesOnPythonsSyntaxError) {
  OneAnswer runner("a.py:3: SyntaxError: invalid syntax\n", 3);
  Status status =
      check_compiles(runner, {"/p", "3.11.7", false}, "/x/a.py", "a.py");
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().what, "a.py:3: SyntaxError: invalid syntax");
}

}  // namespace
}  // namespace ppp::cli
