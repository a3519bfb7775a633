// A page that signs in by a window of VK ID's, or by the button of One Tap; what it was told is left for whoever looks.
const VKID = window.VKIDSDK;
VKID.Config.init({app: Number(document.body.dataset.app), redirectUrl: document.body.dataset.redirect, scope: "phone",
                  mode: VKID.ConfigAuthMode.InNewWindow, responseMode: VKID.ConfigResponseMode.Callback});
const note = (name) => (told) => { window[name] = told; document.body.dataset[name] = ""; };
document.querySelector("#window").onclick = () => VKID.Auth.login().then(note("came"), note("refused"));
for (const [kind, Widget] of [["onetap", VKID.OneTap], ["floating", VKID.FloatingOneTap]])
  document.querySelector(`#show-${kind}`).onclick = () => {
    const widget = new Widget();
    const events = kind === "onetap" ? VKID.OneTapInternalEvents : VKID.FloatingOneTapInternalEvents;
    widget.on(events.LOGIN_SUCCESS, note("came")).on(VKID.WidgetEvents.ERROR, note("refused"));
    widget.render(kind === "onetap" ? {container: document.querySelector("#onetap")} : {appName: "Журнал"});
  };
