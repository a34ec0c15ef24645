/*
 * The same work by libvncclient.
 *
 *   rival replay SOCKET WIDTH HEIGHT    reads a recorded stream; prints the milliseconds of CPU
 *                                       that it took and a sum over the last picture
 *   rival latency HOST PORT COUNT       presses keys; prints the milliseconds until each showed
 */
#include <rfb/rfbclient.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static volatile int updates;

static double cpu_ms(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static double now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void silent(const char *format, ...) { (void)format; }

static void seen(rfbClient *client, int x, int y, int w, int h) {
  (void)client; (void)x; (void)y; (void)w; (void)h;
  updates++;
}

static rfbClient *connect_to(char *host, int port, const char *encodings) {
  rfbClient *client = rfbGetClient(8, 3, 4);
  rfbClientLog = rfbClientErr = silent;
  client->format.redShift = 16;
  client->format.greenShift = 8;
  client->format.blueShift = 0;
  client->appData.encodingsString = encodings;
  client->appData.compressLevel = 2;
  client->appData.enableJPEG = FALSE;
  client->appData.useRemoteCursor = FALSE;
  client->GotFrameBufferUpdate = seen;
  client->serverHost = strdup(host);
  client->serverPort = port;
  return rfbInitClient(client, NULL, NULL) ? client : NULL;
}

static int replay(char *path, int width, int height) {
  double start = cpu_ms();
  unsigned long long sum = 0;
  rfbClient *client = connect_to(path, 0, "raw tight zrle copyrect");
  if (!client || client->width != width || client->height != height) return 1;
  while (WaitForMessage(client, 1000000) >= 0 && HandleRFBServerMessage(client)) continue;
  double took = cpu_ms() - start;
  uint32_t *points = (uint32_t *)client->frameBuffer;
  for (int at = 0; at < width * height; at++)
    sum = sum * 31 + (points[at] & 0xffffff);
  printf("%.3f %llu\n", took, sum);
  return 0;
}

static int latency(char *host, int port, int count) {
  rfbClient *client = connect_to(host, port, "raw copyrect");
  if (!client) return 1;
  srand(1);
  for (int number = -3; number < count; number++) {
    double until = now_ms() + 60 + rand() % 60;
    while (now_ms() < until) /* the screen as it is, and silence */
      if (WaitForMessage(client, 1000) > 0 && !HandleRFBServerMessage(client)) return 1;
    int before = updates;
    double start = now_ms();
    SendKeyEvent(client, 'a', TRUE);
    while (updates == before)
      if (WaitForMessage(client, 1000000) > 0 && !HandleRFBServerMessage(client)) return 1;
    if (number >= 0) printf("%.3f\n", now_ms() - start);
    SendKeyEvent(client, 'a', FALSE);
  }
  return 0;
}

int main(int count, char **words) {
  if (count == 5 && !strcmp(words[1], "replay"))
    return replay(words[2], atoi(words[3]), atoi(words[4]));
  if (count == 5 && !strcmp(words[1], "latency"))
    return latency(words[2], atoi(words[3]), atoi(words[4]));
  return 64;
}
