// Many WebSocket clients in one process: connects, then drains by epoll and counts frames.
//   clients PORT COUNT FIRST FRAMES MODE
// MODE "ws" shakes hands with ticket FIRST + 4 * i and resumes; "raw" only connects.
// Prints "ready" when all are open, and "got N" each time every connection has had N frames on
// average (N a multiple of FRAMES). Connections leave from several addresses 127.0.0.x.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PER_ADDRESS = 5000, WINDOW = 100, EVENTS = 512 };

typedef struct {
  int fd;
  int setup;              // frames still to come before the connection is ready; -1: the HTTP head
  int tail;               // how many bytes of \r\n\r\n were seen
  int head_len;
  long body;
  unsigned char head[10];
} conn;

static char buffer[1 << 16];
static long ready, frames;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int open_one(int port, int i) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) fail("socket");
  int one = 1;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  setsockopt(fd, SOL_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
  struct sockaddr_in from = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7f000002 + i / PER_ADDRESS)};
  if (bind(fd, (struct sockaddr *)&from, sizeof from)) fail("bind");
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(0x7f000001)};
  if (connect(fd, (struct sockaddr *)&to, sizeof to)) fail("connect");
  return fd;
}

static void greet(int fd, long ticket) {
  static const char resume[] = "{\"type\":\"resume\",\"id\":1,\"epoch\":1,\"streams\":{}}";
  char out[512];
  int n = snprintf(out, sizeof out,
      "GET /ws?ticket=%ld HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n", ticket);
  int len = sizeof resume - 1;
  out[n++] = (char)0x81;
  out[n++] = (char)(0x80 | len);
  memset(out + n, 0, 4);
  n += 4;
  memcpy(out + n, resume, len);
  n += len;
  if (write(fd, out, n) != n) fail("write");
}

static void frame_done(conn *c) {
  if (c->setup > 0) {
    if (--c->setup == 0) ready++;
  } else {
    frames++;
  }
  c->head_len = 0;
}

static void take(conn *c, const char *p, long n) {
  while (n > 0 && c->setup < 0) {
    c->tail = *p == "\r\n\r\n"[c->tail] ? c->tail + 1 : *p == '\r';
    p++, n--;
    if (c->tail == 4) c->setup = 2;
  }
  while (n > 0) {
    if (c->body > 0) {
      long step = n < c->body ? n : c->body;
      c->body -= step, p += step, n -= step;
      if (c->body == 0) frame_done(c);
      continue;
    }
    c->head[c->head_len++] = (unsigned char)*p++, n--;
    int kind = c->head_len < 2 ? -1 : c->head[1];
    int need = kind == 127 ? 10 : kind == 126 ? 4 : 2;
    if (c->head_len < need) continue;
    long len = kind;
    if (kind >= 126) {
      len = 0;
      for (int i = 2; i < need; i++) len = len << 8 | c->head[i];
    }
    c->body = len;
    if (len == 0) frame_done(c);
  }
}

static void drain(conn *c) {
  for (;;) {
    long n = read(c->fd, buffer, sizeof buffer);
    if (n > 0) {
      take(c, buffer, n);
      if (n < (long)sizeof buffer) return;
    } else if (n < 0 && errno == EAGAIN) {
      return;
    } else {
      exit(0);
    }
  }
}

int main(int argc, char **argv) {
  if (argc != 6) return 2;
  int port = atoi(argv[1]), count = atoi(argv[2]);
  long first = atol(argv[3]), step = atol(argv[4]);
  int ws = !strcmp(argv[5], "ws");
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  setvbuf(stdout, 0, _IOLBF, 0);
  conn *all = calloc(count, sizeof *all);
  int poll = epoll_create1(EPOLL_CLOEXEC);
  struct epoll_event events[EVENTS];
  int opened = 0, told = 0;
  long next = step;
  for (;;) {
    while (opened < count && opened - ready < WINDOW) {
      conn *c = &all[opened];
      c->fd = open_one(port, opened);
      c->setup = ws ? -1 : 0;
      if (ws) greet(c->fd, first + 4L * opened); else ready++;
      fcntl(c->fd, F_SETFL, O_NONBLOCK);
      struct epoll_event e = {.events = EPOLLIN, .data.ptr = c};
      epoll_ctl(poll, EPOLL_CTL_ADD, c->fd, &e);
      opened++;
    }
    if (!told && ready == count) {
      told = 1;
      puts("ready");
    }
    int n = epoll_wait(poll, events, EVENTS, -1);
    for (int i = 0; i < n; i++) drain(events[i].data.ptr);
    while (frames >= next * count) {
      printf("got %ld\n", next);
      next += step;
    }
  }
}
