// SPDX-License-Identifier: Apache-2.0
#include "profiler/children.h"

#include <poll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/process_tree.h"
#include "profiler/running.h"

namespace ppp::profiler {
namespace {

constexpr double kLookSeconds = 0.025;
// Of a CPU, for the looks.
constexpr double kLookLoad = 0.01;
constexpr double kLongestPause = 1;
// What is handed to another parent may be nobody's child for a moment.
constexpr int kQuietLooks = 3;
constexpr double kSureSeconds = 0.5;
// Of one look: finding an interpreter takes a millisecond.
constexpr double kAttachSeconds = 0.002;
constexpr double kSettledSeconds = 0.5;
constexpr std::size_t kMostAtOnce = 16;
// Of a service that starts one for each request.
constexpr std::size_t kMostProcesses = 1000;

double cpu_s() {
  timespec time = {};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) +
         1e-9 * static_cast<double>(time.tv_nsec);
}

bool has_ended(const Descriptor& pidfd) {
  pollfd end = {pidfd.get(), POLLIN, 0};
  return ::poll(&end, 1, 0) > 0;
}

// Some seven of each process are open.
rlim_t raise_file_limit() {
  rlimit limit = {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  const rlim_t before = limit.rlim_cur;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  return before;
}

}  // namespace

Children::Children(int root, bool adopts, double begun_s,
                   WatchedProcess::NameFile name_file, double native_hz)
    : root_(root),
      adopts_(adopts),
      begun_s_(begun_s),
      name_file_(std::move(name_file)),
      native_hz_(native_hz),
      files_before_(raise_file_limit()),
      of_root_(root),
      of_us_(static_cast<int>(::getpid())) {}

Children::~Children() {
  rlimit limit = {};
  if (files_before_ == 0 || ::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = files_before_;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

void Children::look(double now_s) {
  const double start_s = cpu_s();
  note_ends(now_s);
  quiet_looks_ = births_.any() ? 0 : quiet_looks_ + 1;
  if (quiet_looks_ < kQuietLooks || now_s - asked_s_ >= kSureSeconds) {
    find_new(now_s);
    asked_s_ = now_s;
  }
  const double cost_s = cpu_s() - start_s;
  due_s_ = now_s + std::clamp(cost_s / kLookLoad, kLookSeconds, kLongestPause);
  attach(now_s);  // once for each: no load
  list_sampled(now_s);
}

void Children::note_ends(double now_s) {
  for (auto it = members_.begin(); it != members_.end();) {
    Member& member = it->second;
    if (auto used_s = process_cpu_s(member.pid)) member.cpu_s = *used_s;
    if (!has_ended(member.pidfd)) {
      ++it;
      continue;
    }
    end(member, now_s);
    it = members_.erase(it);
  }
}

void Children::end(Member& member, double now_s) {
  ended_ticks_[member.pid] = member.start_ticks;
  if (member.process) member.process->end_sampling(false);
  Profile profile = profile_of(member, now_s - begun_s_, true);
  if (profile.samples == 0) {
    ++unsampled_;
  } else {
    ended_.push_back(std::move(profile));
  }
}

void Children::find_new(double now_s) {
  const int us = static_cast<int>(::getpid());
  std::vector<int> next;
  auto ask = [&](int parent, ChildList& list) {
    for (int pid : list.read()) {
      if (pid == root_ || members_.contains(pid)) continue;
      add(pid, parent, now_s);
      if (members_.contains(pid)) next.push_back(pid);
    }
  };
  for (const auto& [pid, member] : members_) next.push_back(pid);
  ask(root_, of_root_);
  if (adopts_) ask(us, of_us_);
  // What is found is asked, too.
  for (std::size_t i = 0; i < next.size(); ++i) {
    ask(next[i], members_.at(next[i]).children);
  }
}

void Children::add(int pid, int parent, double now_s) {
  const auto info = process_info(pid);
  if (!info || info->parent != parent) return;
  const auto known = ended_ticks_.find(pid);
  if (known != ended_ticks_.end() && known->second == info->start_ticks) return;
  Member member;
  member.pidfd =
      Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  const auto again = process_info(pid);
  // Between the two looks the number may have become another's.
  if (member.pidfd.get() < 0 || !again ||
      again->start_ticks != info->start_ticks) {
    return;
  }
  member.pid = pid;
  member.children = ChildList(pid);
  member.parent = parent == static_cast<int>(::getpid()) ? 0 : parent;
  member.start_ticks = info->start_ticks;
  member.started_s = now_s - begun_s_ - process_age_s(pid);
  if (members_.size() + ended_.size() >= kMostProcesses) member.refused = true;
  members_.emplace(pid, std::move(member));
}

// What is no Python may become one at any time. Each look goes on where the one
// before had to stop.
void Children::attach(double now_s) {
  if (members_.empty()) return;
  const double start_s = cpu_s();
  auto it = members_.upper_bound(attached_);
  for (std::size_t i = 0; i < members_.size(); ++i, ++it) {
    if (it == members_.end()) it = members_.begin();
    Member& member = it->second;
    if (member.refused || (member.process && member.process->sampling())) {
      continue;
    }
    attached_ = member.pid;
    if (!member.process) {
      auto memory = open_remote_memory(member.pid);
      member.refused = !memory.ok();
      if (member.refused) continue;
      member.process = std::make_unique<WatchedProcess>(
          member.pid, std::move(*memory), "pid " + std::to_string(member.pid),
          name_file_, native_hz_);
    }
    auto attached = member.process->try_attach(now_s);
    member.refused = !attached.ok();
    if (attached.ok() && *attached) {
      member.attached_s = now_s;
      member.owed = 0;
    }
    if (cpu_s() - start_s > kAttachSeconds) break;
  }
}

void Children::list_sampled(double now_s) {
  sampled_.clear();
  for (auto& [pid, member] : members_) {
    if (!member.process || !member.process->sampling()) continue;
    sampled_.push_back(&member);
    // What has just been forked may yet start the same Python anew.
    if (now_s - member.attached_s > kSettledSeconds) continue;
    auto words = program_words(process_words(pid));
    if (!words.empty()) member.command = std::move(words);
  }
}

void Children::sample(double now_s, std::int64_t weight) {
  for (Member* member : sampled_) member->owed += weight;
  const std::size_t count = std::min(sampled_.size(), kMostAtOnce);
  bool lost = false;
  for (std::size_t i = 0; i < count; ++i) {
    Member& member = *sampled_[next_++ % sampled_.size()];
    if (!member.process->sampling()) continue;
    lost |= !member.process->sample(now_s, std::exchange(member.owed, 0));
  }
  if (lost) list_sampled(now_s);
}

Profile Children::profile_of(const Member& member, double since_begun_s,
                             bool ended) {
  Profile profile;
  profile.pid = member.pid;
  profile.parent = member.parent;
  profile.started_s = member.started_s;
  profile.command = member.command;
  profile.whole = ended;
  profile.wall_s = since_begun_s - member.started_s;
  profile.cpu_s = member.cpu_s;
  if (member.process) member.process->fill(profile);
  return profile;
}

void Children::fill(Profile& profile, double now_s) const {
  profile.processes = ended_;
  profile.unsampled = unsampled_;
  for (const auto& [pid, member] : members_) {
    Profile process =
        profile_of(member, now_s - begun_s_, has_ended(member.pidfd));
    if (process.samples == 0) {
      ++profile.unsampled;
    } else {
      profile.processes.push_back(std::move(process));
    }
  }
  for (Profile& one : profile.processes) one.rate_hz = profile.rate_hz;
  std::ranges::stable_sort(profile.processes, {}, &Profile::started_s);
}

}  // namespace ppp::profiler
