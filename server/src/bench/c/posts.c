// Many people who post over HTTP in one process, each on a connection of their own, one post at a
// time to a random channel of theirs.
//   posts PORT FILE
// FILE has a line for each person: a token and channel ids, separated by spaces. Each line read
// from the input is a number of posts to make; answers "SECONDS P50_MS P99_MS FAILED".
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MAX_PEOPLE = 4096, MAX_CHANNELS = 64, ANSWER = 1 << 20, EVENTS = 256 };

typedef struct {
  int fd, channels, got;
  char *token, *channel[MAX_CHANNELS];
  uint64_t sent;
  char *in;
} person;

static const char TEXT[] = "A message of about the length that people write, with one or two thoughts in it.";
static person people[MAX_PEOPLE];
static int count;
static long started, done, wanted, failed;
static uint32_t *times;
static uint64_t seed = 88172645463325252ULL;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static uint64_t next_random(void) {
  seed ^= seed << 13;
  seed ^= seed >> 7;
  return seed ^= seed << 17;
}

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000ULL + t.tv_nsec;
}

static void read_people(const char *file) {
  FILE *in = fopen(file, "r");
  char *line = NULL;
  size_t size = 0;
  if (!in) fail(file);
  while (count < MAX_PEOPLE && getline(&line, &size, in) > 0) {
    person *p = &people[count++];
    p->token = strdup(strtok(line, " \n"));
    for (char *id; p->channels < MAX_CHANNELS && (id = strtok(NULL, " \n"));) p->channel[p->channels++] = strdup(id);
    p->in = malloc(ANSWER);
  }
  fclose(in);
}

static void open_one(person *p, int port) {
  p->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int one = 1;
  setsockopt(p->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(0x7f000001)};
  if (p->fd < 0 || connect(p->fd, (struct sockaddr *)&to, sizeof to)) fail("connect");
}

static void post(person *p) {
  char body[512], out[1024];
  uint64_t a = next_random(), b = next_random();
  int length = snprintf(body, sizeof body,
      "{\"channel\":\"%s\",\"client_msg_id\":\"%08x-%04x-4%03x-8%03x-%012llx\",\"text\":\"%s\"}",
      p->channel[next_random() % p->channels], (unsigned)(a >> 32), (unsigned)(a >> 16 & 0xffff),
      (unsigned)(a & 0xfff), (unsigned)(b >> 52), (unsigned long long)(b & 0xffffffffffffULL), TEXT);
  int n = snprintf(out, sizeof out,
      "POST /api/chat.postMessage HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer %s\r\n"
      "content-type: application/json\r\ncontent-length: %d\r\n\r\n%s", p->token, length, body);
  p->got = 0;
  p->sent = now();
  started++;
  if (write(p->fd, out, n) != n) fail("write");
}

// Whether the answer is whole; counts it then.
static int answered(person *p) {
  ssize_t n = read(p->fd, p->in + p->got, ANSWER - 1 - p->got);
  if (n <= 0) fail("read");
  p->got += n;
  p->in[p->got] = 0;
  char *end = strstr(p->in, "\r\n\r\n"), *length = strcasestr(p->in, "content-length:");
  if (!end || !length) return 0;
  if (p->got < end + 4 - p->in + atol(length + 15)) return 0;
  if (!strstr(end, "\"ok\":true") && ++failed <= 3) fprintf(stderr, "%s\n", p->in);
  times[done++] = (now() - p->sent) / 1000;
  return 1;
}

static int by_size(const void *a, const void *b) {
  return (*(const uint32_t *)a > *(const uint32_t *)b) - (*(const uint32_t *)a < *(const uint32_t *)b);
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  read_people(argv[2]);
  int poll = epoll_create1(0);
  for (int i = 0; i < count; i++) {
    open_one(&people[i], atoi(argv[1]));
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = &people[i]};
    if (epoll_ctl(poll, EPOLL_CTL_ADD, people[i].fd, &event)) fail("epoll_ctl");
  }
  puts("ready");
  fflush(stdout);
  while (scanf("%ld", &wanted) == 1) {
    times = malloc(sizeof *times * wanted);
    started = done = failed = 0;
    uint64_t begin = now();
    for (int i = 0; i < count && started < wanted; i++) post(&people[i]);
    struct epoll_event events[EVENTS];
    while (done < wanted) {
      int n = epoll_wait(poll, events, EVENTS, -1);
      for (int i = 0; i < n; i++) {
        person *p = events[i].data.ptr;
        if (answered(p) && started < wanted) post(p);
      }
    }
    double seconds = (now() - begin) / 1e9;
    qsort(times, done, sizeof *times, by_size);
    printf("%.6f %.2f %.2f %ld\n", seconds, times[done / 2] / 1e3, times[done * 99 / 100] / 1e3, failed);
    fflush(stdout);
    free(times);
  }
}
