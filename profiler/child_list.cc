// SPDX-License-Identifier: Apache-2.0
#include "profiler/child_list.h"

#include <dirent.h>
#include <linux/magic.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <utility>

namespace ppp::profiler {
namespace {

// Numbers parted by blanks, at the end of `pids`.
void read_pids(const ProcFile& file, std::string& text,
               std::vector<int>& pids) {
  text.clear();
  char part[1024];
  for (ssize_t got = 0;
       file.open() && (got = ::pread(file.fd(), part, sizeof part,
                                     static_cast<off_t>(text.size()))) > 0;) {
    text.append(part, static_cast<std::size_t>(got));
  }
  for (const char* at = text.c_str(); *at != 0;) {
    char* end = nullptr;
    const long pid = std::strtol(at, &end, 10);
    if (end == at) break;
    pids.push_back(static_cast<int>(pid));
    at = end;
  }
}

std::string children_file(const std::string& folder, const std::string& tid) {
  return folder + "/" + tid + "/children";
}

}  // namespace

ChildList::ChildList(int pid)
    : folder_("/proc/" + std::to_string(pid) + "/task"),
      tasks_(folder_),
      first_(children_file(folder_, std::to_string(pid))) {}

// A child belongs to the thread that made it, and to another one when that has
// ended: a lone thread, which is the first, has all of them.
std::vector<int> ChildList::read() {
  std::vector<int> pids;
  const int threads = thread_count(tasks_);
  if (threads == 1) read_pids(first_, text_, pids);
  if (threads <= 1) return pids;
  DIR* folder = ::opendir(folder_.c_str());
  if (!folder) return pids;
  while (const dirent* entry = ::readdir(folder)) {
    if (entry->d_name[0] == '.') continue;
    read_pids(ProcFile(children_file(folder_, entry->d_name)), text_, pids);
  }
  ::closedir(folder);
  return pids;
}

Births Births::of_this_machine() {
  ProcFile load("/proc/loadavg");
  struct statfs system = {};
  const bool kernels = load.open() && ::fstatfs(load.fd(), &system) == 0 &&
                       system.f_type == PROC_SUPER_MAGIC;
  return Births(kernels ? std::move(load) : ProcFile());
}

bool Births::any() {
  char text[128];
  const bool told = load_.open() && load_.read(text, sizeof text);
  const char* word = told ? std::strrchr(text, ' ') : nullptr;
  const long before = std::exchange(last_, word ? std::atol(word) : 0);
  return last_ <= 0 || last_ != before;
}

}  // namespace ppp::profiler
