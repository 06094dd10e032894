// SPDX-License-Identifier: Apache-2.0
#include "profiler/waits.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/syscall.h>

#include <cstring>
#include <map>

namespace ppp::profiler {
namespace {

constexpr Address kGil = 0x5000;
constexpr Address kList = 0x9000;

class Fake final : public Surroundings {
 public:
  FdKind kind(int fd) override {
    auto it = kinds.find(fd);
    return it == kinds.end() ? FdKind::kOther : it->second;
  }
  std::vector<int> watched(int) override { return epoll; }
  bool in_gil(Address at) override { return at >= kGil && at < kGil + 208; }
  RemoteMemory& memory() override { return image; }

  template <typename T>
  void place(const T& value) {
    std::vector<std::byte> bytes(sizeof value);
    std::memcpy(bytes.data(), &value, sizeof value);
    image.place(kList, bytes);
  }

  std::map<int, FdKind> kinds = {{3, FdKind::kFile},  {4, FdKind::kSocket},
                                 {5, FdKind::kPipe},  {0, FdKind::kPipe},
                                 {6, FdKind::kPidfd}, {7, FdKind::kUnixSocket},
                                 {8, FdKind::kEpoll}, {9, FdKind::kUnixSocket}};
  std::vector<int> epoll;
  ImageMemory image;
};

class WaitsTest : public ::testing::Test {
 protected:
  Wait wait(long number, std::uint64_t a = 0, std::uint64_t b = 0,
            std::uint64_t c = 0, std::uint64_t d = 0, std::uint64_t e = 0,
            char state = 'S') {
    return classify({number, {a, b, c, d, e, 0}, state}, target_);
  }
  Fake target_;
};

TEST_F(WaitsTest, Futexes) {
  EXPECT_EQ(wait(SYS_futex, kGil + 64), Wait::kGil);
  EXPECT_EQ(wait(SYS_futex, kGil + 208), Wait::kLock);
}

TEST_F(WaitsTest, TransfersByKindOfDescriptor) {
  EXPECT_EQ(wait(SYS_read, 3), Wait::kDisk);
  EXPECT_EQ(wait(SYS_read, 4), Wait::kNetwork);
  EXPECT_EQ(wait(SYS_read, 5), Wait::kChild);
  EXPECT_EQ(wait(SYS_read, 0), Wait::kOther);
  EXPECT_EQ(wait(SYS_write, 4), Wait::kNetwork);
  EXPECT_EQ(wait(SYS_read, 99), Wait::kOther);
}

TEST_F(WaitsTest, CallsThatSayItThemselves) {
  EXPECT_EQ(wait(SYS_recvfrom, 4), Wait::kNetwork);
  EXPECT_EQ(wait(SYS_accept4, 4), Wait::kNetwork);
  EXPECT_EQ(wait(SYS_clock_nanosleep), Wait::kSleep);
  EXPECT_EQ(wait(SYS_wait4), Wait::kChild);
  EXPECT_EQ(wait(SYS_waitid), Wait::kChild);
  EXPECT_EQ(wait(SYS_fsync, 3), Wait::kDisk);
  EXPECT_EQ(wait(SYS_flock, 3), Wait::kLock);
  EXPECT_EQ(wait(SYS_openat), Wait::kDisk);
}

TEST_F(WaitsTest, UninterruptibleIsDisk) {
  EXPECT_EQ(wait(-1, 0, 0, 0, 0, 0, 'D'), Wait::kDisk);
  EXPECT_EQ(wait(-1, 0, 0, 0, 0, 0, 'T'), Wait::kOther);
  EXPECT_EQ(wait(SYS_brk, 0, 0, 0, 0, 0, 'D'), Wait::kDisk);
}

TEST_F(WaitsTest, Poll) {
  target_.place(pollfd{4, POLLIN, 0});
  EXPECT_EQ(wait(SYS_poll, kList, 1, 500), Wait::kNetwork);
  target_.place(pollfd{6, POLLIN, 0});
  EXPECT_EQ(wait(SYS_ppoll, kList, 1), Wait::kChild);
  target_.place(pollfd{-1, POLLIN, 0});
  EXPECT_EQ(wait(SYS_poll, kList, 1, 500), Wait::kSleep);
  EXPECT_EQ(wait(SYS_poll, 0, 0, 500), Wait::kSleep);
}

TEST_F(WaitsTest, Select) {
  EXPECT_EQ(wait(SYS_select, 0, 0, 0, 0, kList), Wait::kSleep);
  target_.place(std::uint64_t{1U << 4 | 1U << 3});
  EXPECT_EQ(wait(SYS_select, 5, kList), Wait::kNetwork);
  target_.place(std::uint64_t{1U << 5});
  EXPECT_EQ(wait(SYS_pselect6, 6, kList), Wait::kChild);
}

TEST_F(WaitsTest, EventLoops) {
  target_.epoll = {7};  // only the socket that wakes it
  EXPECT_EQ(wait(SYS_epoll_wait, 8, 0, 0, 200), Wait::kSleep);
  EXPECT_EQ(wait(SYS_epoll_wait, 8, 0, 0, 0xffffffff), Wait::kLock);
  target_.epoll = {7, 4};
  EXPECT_EQ(wait(SYS_epoll_wait, 8, 0, 0, 200), Wait::kNetwork);
  target_.epoll = {7, 9};
  EXPECT_EQ(wait(SYS_epoll_wait, 8, 0, 0, 200), Wait::kNetwork);
  target_.epoll = {7, 6};
  EXPECT_EQ(wait(SYS_epoll_wait, 8, 0, 0, 200), Wait::kChild);
}

}  // namespace
}  // namespace ppp::profiler
