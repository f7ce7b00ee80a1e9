// The limit: a loop that writes the same bytes to every connection and does nothing else.
//   bare COUNT      prints its port, accepts COUNT connections, prints "ready"; then for each line
// "BURST BYTES" it writes BURST frames of BYTES to every connection, by one write or writev each.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MAX_BURST = 64, MAX_FRAME = 1 << 16 };

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  int count = atoi(argv[1]);
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  setvbuf(stdout, 0, _IOLBF, 0);
  int server = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7f000001)};
  socklen_t size = sizeof at;
  if (bind(server, (struct sockaddr *)&at, sizeof at) || listen(server, 1024)) return 1;
  getsockname(server, (struct sockaddr *)&at, &size);
  printf("%d\n", ntohs(at.sin_port));
  int *all = calloc(count, sizeof *all);
  for (int i = 0; i < count; i++) {
    int one = 1;
    all[i] = accept(server, 0, 0);
    if (all[i] < 0) return 1;
    setsockopt(all[i], IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  }
  puts("ready");
  static unsigned char frame[MAX_FRAME];
  struct iovec parts[MAX_BURST];
  int burst, bytes;
  while (scanf("%d %d", &burst, &bytes) == 2) {
    int head = bytes - 2 <= 125 ? 2 : 4, body = bytes - head;
    frame[0] = 0x81;
    frame[1] = head == 2 ? body : 126;
    if (head == 4) frame[2] = body >> 8, frame[3] = body & 255;
    memset(frame + head, 'x', body);
    for (int i = 0; i < burst; i++) parts[i] = (struct iovec){frame, bytes};
    for (int i = 0; i < count; i++) {
      long n = burst == 1 ? write(all[i], frame, bytes) : writev(all[i], parts, burst);
      if (n != (long)burst * bytes) return 1;
    }
    puts("done");
  }
}
