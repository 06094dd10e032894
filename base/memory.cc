// SPDX-License-Identifier: Apache-2.0
#include "base/memory.h"

#include <unistd.h>

#include <charconv>
#include <fstream>
#include <sstream>
#include <vector>

#include "base/process_tree.h"

namespace ppp {
namespace {

/// The second number of statm: resident pages.
std::uint64_t resident_size(const std::string& directory) {
  std::ifstream in(directory + "/statm");
  std::uint64_t whole = 0;
  std::uint64_t resident = 0;
  in >> whole >> resident;
  return in ? resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE))
            : 0;
}

}  // namespace

std::uint64_t proportional_size(std::string_view smaps_rollup) {
  constexpr std::string_view kKey = "\nPss:";
  std::size_t at = smaps_rollup.find(kKey);
  if (at == std::string_view::npos) return 0;
  at = smaps_rollup.find_first_not_of(' ', at + kKey.size());
  if (at == std::string_view::npos) return 0;
  std::uint64_t kib = 0;
  std::from_chars(smaps_rollup.data() + at,
                  smaps_rollup.data() + smaps_rollup.size(), kib);
  return kib * 1024;
}

std::uint64_t process_memory(int pid) {
  const std::string directory = "/proc/" + std::to_string(pid);
  std::ifstream in(directory + "/smaps_rollup");
  std::ostringstream text;
  text << in.rdbuf();
  const std::uint64_t bytes = proportional_size(text.str());
  return bytes > 0 ? bytes : resident_size(directory);
}

std::uint64_t tree_memory(int leader) {
  const std::vector<int> pids = tree_of(leader);
  if (pids.size() == 1) {
    return resident_size("/proc/" + std::to_string(pids.front()));
  }
  std::uint64_t bytes = 0;
  for (int pid : pids) bytes += process_memory(pid);
  return bytes;
}

}  // namespace ppp
