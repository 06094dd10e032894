// SPDX-License-Identifier: Apache-2.0
#include "cli/interpreter.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <utility>
#include <vector>

namespace ppp::cli {
namespace {

constexpr double kAnswerTimeout = 30;
constexpr int kOldestMinor = 8;

// Only sys: a module of the user's directory must not be imported by chance.
// Runs on Python 2 too, to be told apart from something that is no Python.
constexpr const char* kWhoAreYou = R"py(
import sys
i = getattr(sys, "implementation", None)
sys.stdout.write("\n".join(["python", i.name if i else "cpython",
    "%d.%d.%d" % sys.version_info[:3], sys.executable or "",
    "locks" if getattr(sys, "_is_gil_enabled", lambda: True)() else "free"])
    + "\n")
)py";

constexpr const char* kCompile = R"py(
import sys
try:
    with open(sys.argv[1], "rb") as file:
        compile(file.read(), sys.argv[2], "exec", dont_inherit=True)
except SyntaxError as error:
    line = ":%d" % error.lineno if error.lineno else ""
    sys.stdout.write("%s%s: %s: %s\n" % (
        sys.argv[2], line, type(error).__name__, error.msg))
    sys.exit(3)
except (ValueError, RecursionError, MemoryError) as error:
    sys.stdout.write("%s: %s: %s\n" % (
        sys.argv[2], type(error).__name__, error))
    sys.exit(3)
)py";

// Not from the user's directory. What the package imports of the standard
// library is asked of the program's own imports, which often have it.
constexpr const char* kImport = R"py(
import sys
sys.path = [path for path in sys.path if path]
import asyncio, importlib, time
begin = time.perf_counter()
package = importlib.import_module(sys.argv[1])
seconds = time.perf_counter() - begin
version = sys.modules[package.__name__.partition(".")[0]].__version__
print(sys.argv[1], version, seconds)
)py";

// OpenBLAS without threads, or with its own, ends these before a fork and has
// as many in the child; a child of GNU OpenMP would wait for ever. Others may
// sum up by where in memory a matrix lies.
constexpr const char* kAlgebra = R"py(
import sys
sys.path = [path for path in sys.path if path]
import ctypes, os, numpy
numpy.linalg.inv(numpy.eye(2) @ numpy.eye(2))
with open("/proc/self/maps") as maps:
    paths = sorted({line.split(None, 5)[-1].strip() for line in maps if ".so" in line})
name, threads, refused = "", 1, ""
for path in paths:
    file = os.path.basename(path).lower()
    if "openblas" in file:
        library, name = ctypes.CDLL(path), "OpenBLAS"
        def ask(what, mine=library):
            for form in ("scipy_openblas_%s64_", "openblas_%s64_", "scipy_openblas_%s",
                         "openblas_%s"):
                if hasattr(mine, form % what):
                    return getattr(mine, form % what)()
            return -1
        threads = max(threads, ask("get_num_threads"))
        if ask("get_parallel") not in (0, 1):
            refused = "OpenBLAS computes with threads of OpenMP, which do not outlive a fork"
    elif any(word in file for word in ("mkl", "blis", "atlas", "gomp", "iomp", "libomp")):
        refused = "%s is not known to come out the same in forked processes" % file
    elif file.startswith(("libblas.", "libcblas.", "liblapack.")):
        folder = os.path.basename(os.path.dirname(path))
        if folder in ("blas", "lapack"):
            name = name or "the reference BLAS"
        elif "openblas" not in folder:
            refused = "%s is not known to come out the same in forked processes" % path
if not name and not refused:
    built = getattr(numpy.__config__, "CONFIG", {}).get("Build Dependencies", {})
    if built and not any(built.get(one, {}).get("found") for one in ("blas", "lapack")):
        name = "NumPy itself"
    else:
        refused = "by which library is not known"
print("algebra", threads, name or "-", refused or "-", sep="\t")
)py";

/// The oldest version of a package that serves.
struct Package {
  std::string name;
  int major = 0;
  int minor = 0;
};

std::optional<double> import_s(ProcessRunner& runner, const Interpreter& python,
                               const Package& package) {
  Command ask;
  ask.argv = {python.executable, "-B", "-c", kImport, package.name};
  auto answer = capture(runner, ask, kAnswerTimeout);
  if (!answer.ok() || answer->status.code != 0) return std::nullopt;
  const std::string form = package.name + " %d.%d%*s %lf";
  std::istringstream in(answer->out);
  for (std::string line; std::getline(in, line);) {
    int major = 0, minor = 0;
    double seconds = 0;
    const int read =
        std::sscanf(line.c_str(), form.c_str(), &major, &minor, &seconds);
    if (read != 3) continue;
    const bool fits =
        std::pair(major, minor) >= std::pair(package.major, package.minor);
    return fits ? std::optional(seconds) : std::nullopt;
  }
  return std::nullopt;
}

Error wrong(const std::string& what) {
  return Error{Error::Kind::kUsage, what,
               "name a CPython 3.8 or newer with --python EXE"};
}

std::string first_choice(const std::string& requested) {
  if (!requested.empty()) return requested;
  const char* environment = std::getenv("VIRTUAL_ENV");
  if (environment && *environment) {
    return std::string(environment) + "/bin/python";
  }
  return "python3";
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool old(const std::string& version) {
  int major = 0, minor = 0;
  if (std::sscanf(version.c_str(), "%d.%d", &major, &minor) != 2) return true;
  return major < 3 || (major == 3 && minor < kOldestMinor);
}

}  // namespace

Result<Interpreter> find_interpreter(ProcessRunner& runner,
                                     const std::string& requested) {
  std::string name = first_choice(requested);
  Command ask;
  ask.argv = {name, "-c", kWhoAreYou};
  auto answer = capture(runner, ask, kAnswerTimeout);
  if (!answer.ok()) {
    if (answer.error().kind == Error::Kind::kInterrupted) return answer.error();
    return wrong("cannot start the interpreter " + name + ": " +
                 answer.error().what);
  }
  std::vector<std::string> lines = lines_of(answer->out);
  // A sitecustomize may have printed something first.
  std::size_t at = 0;
  while (at < lines.size() && lines[at] != "python") ++at;
  if (answer->status.code != 0 || answer->status.signal != 0 ||
      lines.size() - at < 5) {
    return wrong(name + " is not a Python interpreter");
  }
  if (lines[at + 1] != "cpython") {
    return wrong(fmt::format("{} is {} {}, not CPython", name, lines[at + 1],
                             lines[at + 2]));
  }
  if (old(lines[at + 2])) {
    return wrong(fmt::format("{} is Python {}, too old", name, lines[at + 2]));
  }
  return Interpreter{lines[at + 3].empty() ? name : lines[at + 3],
                     lines[at + 2], lines[at + 4] == "free"};
}

int minor_version(const Interpreter& python) {
  int minor = 0;
  return std::sscanf(python.version.c_str(), "3.%d", &minor) == 1 ? minor : 0;
}

std::optional<double> aiohttp_import_s(ProcessRunner& runner,
                                       const Interpreter& python) {
  return import_s(runner, python, {"aiohttp", 3, 10});
}

std::optional<double> numba_import_s(ProcessRunner& runner,
                                     const Interpreter& python) {
  return import_s(runner, python, {"numba", 0, 57});
}

// The first in which expressions of tables are part of dask itself.
std::optional<double> dask_import_s(ProcessRunner& runner,
                                    const Interpreter& python) {
  return import_s(runner, python, {"dask.dataframe", 2025, 1});
}

std::optional<double> numpy_import_s(ProcessRunner& runner,
                                     const Interpreter& python) {
  return import_s(runner, python, {"numpy", 1, 20});
}

std::optional<rewrite::AlgebraLibrary> algebra_library(
    ProcessRunner& runner, const Interpreter& python) {
  Command ask;
  ask.argv = {python.executable, "-B", "-c", kAlgebra};
  auto answer = capture(runner, ask, kAnswerTimeout);
  if (!answer.ok() || answer->status.code != 0) return std::nullopt;
  std::istringstream in(answer->out);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string word, threads, name, refused;
    std::getline(fields, word, '\t');
    std::getline(fields, threads, '\t');
    std::getline(fields, name, '\t');
    std::getline(fields, refused, '\t');
    if (word != "algebra" || refused.empty()) continue;
    return rewrite::AlgebraLibrary{name, std::atoi(threads.c_str()),
                                   refused == "-" ? "" : refused};
  }
  return std::nullopt;
}

Status check_compiles(ProcessRunner& runner, const Interpreter& python,
                      const std::string& path, const std::string& shown) {
  Command compile;
  compile.argv = {python.executable, "-c", kCompile, path, shown};
  auto answer = capture(runner, compile, kAnswerTimeout);
  if (!answer.ok()) return answer.error();
  if (answer->status.code == 0 && answer->status.signal == 0) return Done{};
  std::vector<std::string> lines = lines_of(answer->out);
  std::string what =
      lines.empty() ? shown + ": cannot be compiled by Python " + python.version
                    : lines.back();
  return Error{Error::Kind::kUsage, what,
               "make it run with " + python.executable +
                   " first, or name another Python with --python"};
}

}  // namespace ppp::cli
