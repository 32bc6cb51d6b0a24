/**
 * Search from a disk: browsers refuse workers on file:// pages, so a hidden frame stands in.
 *
 * The frame's window is what the worker's script believes to be its global scope: it listens for
 * "message" there, answers with postMessage and loads more with importScripts. No inline script
 * and no eval, so that a strict Content-Security-Policy holds. Material's search worker knows by
 * the global name IFrameWorker that it runs in a frame.
 */
(function () {
  "use strict";

  function load(frame, url) {
    return new Promise(function (resolve, reject) {
      const script = frame.contentDocument.createElement("script");
      script.onload = resolve;
      script.onerror = function () {
        reject(new Error("Cannot load " + url));
      };
      script.src = url;
      frame.contentDocument.body.append(script);
    });
  }

  function hiddenFrame() {
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "Search";
    document.body.append(frame);
    // Opened and closed, the empty document stays: Firefox would replace it later on.
    frame.contentDocument.open();
    frame.contentDocument.write("<!doctype html><title>Search</title><body></body>");
    frame.contentDocument.close();
    return frame;
  }

  class IFrameWorker extends EventTarget {
    constructor(url) {
      super();
      const worker = this;
      const frame = hiddenFrame();
      const scope = frame.contentWindow;
      const absolute = function (path) {
        return new URL(path, document.baseURI).href;
      };
      scope.postMessage = function (data) {
        worker.dispatchEvent(new MessageEvent("message", { data: data }));
      };
      scope.importScripts = function (...urls) {
        return urls.reduce(function (before, next) {
          return before.then(function () {
            return load(frame, absolute(next));
          });
        }, Promise.resolve());
      };
      this.frame = frame;
      this.ready = load(frame, absolute(url));
      this.ready.catch(function (error) {
        worker.dispatchEvent(new ErrorEvent("error", { error: error, message: error.message }));
      });
    }

    postMessage(data) {
      const scope = this.frame.contentWindow;
      this.ready.then(
        function () {
          scope.dispatchEvent(new scope.MessageEvent("message", { data: data }));
        },
        function () {} // reported once as an error event
      );
    }

    terminate() {
      this.frame.remove();
    }
  }

  window.IFrameWorker = IFrameWorker;
  if (location.protocol === "file:") window.Worker = IFrameWorker;
})();
