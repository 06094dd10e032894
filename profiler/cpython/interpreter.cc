// SPDX-License-Identifier: Apache-2.0
#include "profiler/cpython/interpreter.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstring>
#include <fstream>
#include <sstream>
#include <vector>

#include "profiler/elf_file.h"

namespace ppp::profiler::cpython {
namespace {

// "libpython3.8.so.1.0", "libpython3.7m.so.1.0", "libpython2.7.so": the
// version; {0, 0} for other names and for the stable-ABI libpython3.so.
std::pair<int, int> library_version(std::string_view name) {
  constexpr std::string_view kPrefix = "libpython";
  if (!name.starts_with(kPrefix)) return {0, 0};
  name.remove_prefix(kPrefix.size());
  int major = 0;
  int minor = 0;
  const char* end = name.data() + name.size();
  auto [dot, first] = std::from_chars(name.data(), end, major);
  if (first != std::errc() || dot == end || *dot != '.') return {0, 0};
  auto [rest, second] = std::from_chars(dot + 1, end, minor);
  if (second != std::errc()) return {0, 0};
  return {major, minor};
}

std::string_view base_name(std::string_view path) {
  std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string version_text(std::uint64_t hex) {
  return std::to_string((hex >> 24) & 255) + "." +
         std::to_string((hex >> 16) & 255) + "." +
         std::to_string((hex >> 8) & 255);
}

// Up to 3.10 the version stands only in a string constant, PY_VERSION.
std::string version_in(std::string_view bytes, int minor) {
  const std::string prefix = "3." + std::to_string(minor) + ".";
  std::size_t at = 0;
  while ((at = bytes.find(prefix, at)) != std::string_view::npos) {
    std::size_t end = at + prefix.size();
    while (end < bytes.size() &&
           std::isdigit(static_cast<unsigned char>(bytes[end])))
      ++end;
    // Linkers keep one copy of strings that end alike: only the end is sure.
    const bool whole =
        end < bytes.size() && bytes[end] == 0 && at > 0 &&
        !std::isdigit(static_cast<unsigned char>(bytes[at - 1])) &&
        bytes[at - 1] != '.';
    if (whole && end > at + prefix.size()) {
      return std::string(bytes.substr(at, end - at));
    }
    ++at;
  }
  return {};
}

Identity with_version(int major, int minor, std::string version) {
  Identity identity;
  identity.kind = Identity::Kind::kCPython;
  if (major < 3 || minor < kOldestMinor) {
    identity.kind = Identity::Kind::kTooOld;
  } else if (major > 3 || minor > kNewestMinor) {
    identity.kind = Identity::Kind::kTooNew;
  }
  identity.minor = minor;
  identity.version = version.empty()
                         ? std::to_string(major) + "." + std::to_string(minor)
                         : std::move(version);
  return identity;
}

// The interpreter is in the file itself.
Identity identify_static(const ElfFile& file) {
  if (file.section(".PyRuntime") || file.symbol("_PyRuntime")) {
    if (auto at = file.symbol("Py_Version")) {
      std::uint64_t hex = file.word_at(*at).value_or(0);
      return with_version(static_cast<int>((hex >> 24) & 255),
                          static_cast<int>((hex >> 16) & 255),
                          version_text(hex));
    }
    for (int minor = 10; minor >= 7; --minor) {
      std::string version = version_in(file.bytes(), minor);
      if (!version.empty()) return with_version(3, minor, version);
    }
    return {};
  }
  if (file.symbol("_PyThreadState_Current")) {
    return {Identity::Kind::kTooOld, 0, "3.6 or older"};
  }
  if (file.symbol("rpython_startup_code")) {
    return {Identity::Kind::kOtherPython, 0, "PyPy"};
  }
  return {};
}

struct Module {
  Address start = 0;
  std::string path;  // as the target sees it
};

// The lowest mapping of the interpreter's library, or of the executable.
std::optional<Module> find_module(int pid, bool library) {
  const std::string proc = "/proc/" + std::to_string(pid);
  std::array<char, 4096> link = {};
  ssize_t length =
      ::readlink((proc + "/exe").c_str(), link.data(), link.size() - 1);
  const std::string exe(link.data(),
                        length > 0 ? static_cast<std::size_t>(length) : 0);
  std::ifstream maps(proc + "/maps");
  for (std::string line; std::getline(maps, line);) {
    std::size_t slash = line.find('/');
    if (slash == std::string::npos) continue;
    std::string path = line.substr(slash);
    bool wanted = library ? library_version(base_name(path)).first == 3 &&
                                library_version(base_name(path)).second > 0
                          : path == exe;
    if (!wanted) continue;
    Address start = 0;
    std::from_chars(line.data(), line.data() + line.size(), start, 16);
    return Module{start, path};
  }
  return std::nullopt;
}

Result<ElfFile> open_module(int pid, const Module& module, bool library) {
  const std::string proc = "/proc/" + std::to_string(pid);
  if (!library) return ElfFile::open(proc + "/exe");
  // The target may live in another mount namespace.
  auto file = ElfFile::open(proc + "/root" + module.path);
  if (file) return file;
  return ElfFile::open(module.path);
}

bool links_library(const ElfFile& file) {
  for (const std::string& name : file.needed()) {
    if (library_version(name).second > 0) return true;
  }
  return false;
}

// Whether `address` holds the interpreter lock: its last holder is one of the
// threads, or none yet, and its state is one of those that exist.
bool is_gil(RemoteMemory& memory, const Offsets& offsets, Address address,
            const std::vector<Address>& threads, bool need_holder) {
  auto interval = memory.get<std::uint64_t>(address);
  auto holder = memory.get<Address>(address + offsets.gil_holder);
  auto locked = memory.get<std::int32_t>(address + offsets.gil_locked);
  if (!interval || !holder || !locked) return false;
  if (*interval == 0 || *interval > 1000000000) return false;
  if (*locked < 0 || *locked > 1) return false;
  if (*holder == 0) return !need_holder;
  return std::find(threads.begin(), threads.end(), *holder) != threads.end();
}

std::vector<Address> thread_states(RemoteMemory& memory, const Offsets& offsets,
                                   Address interpreter) {
  std::vector<Address> threads;
  auto next = memory.get<Address>(interpreter + offsets.threads_head);
  while (next && *next && threads.size() < 4096) {
    threads.push_back(*next);
    next = memory.get<Address>(*next + offsets.thread_next);
  }
  return threads;
}

}  // namespace

Identity identify_program(const std::string& path) {
  {
    std::ifstream in(path, std::ios::binary);
    char head[2] = {};
    if (!in.read(head, 2)) return {Identity::Kind::kMissing, 0, ""};
    if (head[0] == '#' && head[1] == '!') {
      return {Identity::Kind::kScript, 0, ""};
    }
  }
  auto file = ElfFile::open(path);
  if (!file) return {};
  for (const std::string& name : file->needed()) {
    auto [major, minor] = library_version(name);
    if (major > 0) return with_version(major, minor, "");
    if (name.starts_with("libpypy")) {
      return {Identity::Kind::kOtherPython, 0, "PyPy"};
    }
  }
  return identify_static(*file);
}

std::optional<Interpreter> locate_interpreter(int pid, const Identity& identity,
                                              RemoteMemory& memory) {
  auto exe = ElfFile::open("/proc/" + std::to_string(pid) + "/exe");
  if (!exe) return std::nullopt;
  const bool library = links_library(*exe);
  auto module = find_module(pid, library);
  if (!module) return std::nullopt;
  auto file = open_module(pid, *module, library);
  if (!file) return std::nullopt;
  auto place = file->section(".PyRuntime");
  if (!place) place = file->symbol("_PyRuntime");
  if (!place) return std::nullopt;

  Interpreter found;
  const Address bias = module->start - file->first_address();
  found.runtime = bias + *place;
  if (identity.minor >= 13) {
    std::array<std::byte, kDebugOffsetsSize> bytes;
    if (!memory.read(found.runtime, bytes.data(), bytes.size())) {
      return std::nullopt;
    }
    auto row = parse_debug_offsets(bytes);
    if (!row) return std::nullopt;
    found.offsets = *row;
  } else {
    auto row = offsets_of(identity.minor);
    if (!row) return std::nullopt;
    found.offsets = *row;
  }
  if (auto at = file->symbol("Py_Version"); at && file->word_at(*at)) {
    found.version = version_text(*file->word_at(*at));
  } else {
    found.version = version_in(file->bytes(), identity.minor);
  }
  if (found.version.empty()) found.version = identity.version;
  return found;
}

bool is_initialised(const Interpreter& interpreter, RemoteMemory& memory) {
  const Offsets& at = interpreter.offsets;
  auto head = memory.get<Address>(interpreter.runtime + at.interpreters_head);
  if (!head || !*head) return false;
  auto thread = memory.get<Address>(*head + at.threads_head);
  return thread && *thread;
}

// Patch releases of 3.8 and 3.9 moved the lock inside _PyRuntime: where the
// row does not fit, look around for it.
Address find_gil(const Interpreter& interpreter, RemoteMemory& memory) {
  const Offsets& offsets = interpreter.offsets;
  const Address runtime = interpreter.runtime;
  if (!offsets.interpreter_gil && !offsets.runtime_gil) return 0;
  auto head = memory.get<Address>(runtime + offsets.interpreters_head);
  if (!head || !*head) return 0;
  const auto threads = thread_states(memory, offsets, *head);
  if (offsets.interpreter_gil) {
    auto gil = memory.get<Address>(*head + offsets.interpreter_gil);
    bool good = gil && *gil && is_gil(memory, offsets, *gil, threads, false);
    return good ? *gil : 0;
  }
  const Address expected = runtime + offsets.runtime_gil;
  if (is_gil(memory, offsets, expected, threads, false)) return expected;
  for (Address at = runtime; at < runtime + 2048; at += 8) {
    if (is_gil(memory, offsets, at, threads, true)) return at;
  }
  return 0;
}

}  // namespace ppp::profiler::cpython
