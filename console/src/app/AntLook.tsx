import { App, ConfigProvider, theme } from 'antd';
import type { ThemeConfig } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from './language.ts';
import { useIsDark } from './look.ts';
import { nonce } from './nonce.ts';
import { dark, light } from './theme.ts';
import type { Tones } from './theme.ts';

const locales = { zh, en };

/** antd in the tones of theme.ts, in the language chosen. */
export function AntLook({ children }: { readonly children: ReactNode }) {
  const isDark = useIsDark();
  const language = useLanguage();
  const config = useMemo(() => themeOf(isDark), [isDark]);
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={config}
      locale={locales[language]}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}

function themeOf(isDark: boolean): ThemeConfig {
  const tones: Tones = isDark ? dark : light;
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: tones.accent,
      colorInfo: tones.accent,
      colorLink: tones.accent,
      colorError: tones.breach,
      colorWarning: tones.indication,
      colorSuccess: tones.ok,
      colorText: tones.ink,
      colorTextSecondary: tones.soft,
      colorTextTertiary: tones.soft,
      colorTextDescription: tones.soft,
      colorTextPlaceholder: tones.soft,
      colorBgBase: tones.paper,
      colorBgContainer: tones.paper,
      colorBgElevated: tones.paper,
      colorBgLayout: tones.ground,
      colorBorder: tones.line,
      colorBorderSecondary: tones.hair,
      colorTextLightSolid: isDark ? tones.ground : '#fff',
      borderRadius: 4,
      borderRadiusLG: 4,
      fontSize: 14,
      fontFamily: 'inherit',
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      boxShadowSecondary: `0 0 0 1px ${tones.line}, 0 8px 24px rgb(0 0 0 / .08)`,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
  };
}
